import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const SCRIPT = join(import.meta.dirname, 'testing', 'tick-cost.ts');

test('a tick costs no more after full collections than before', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, 'keep']);
  const { before, after } = JSON.parse(stdout);
  // Without the shape kept it is four to nine times as much.
  expect(after).toBeLessThan(2.5 * before);
});
