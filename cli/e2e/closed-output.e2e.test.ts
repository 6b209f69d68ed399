import { expect, it } from 'vitest';
import { start } from './command-line.ts';

it('a reader that goes away, as `| head` does, is no error', async () => {
  const running = start(['regions', 'show', 'palembang']);
  running.child.stdout?.destroy();
  expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
});
