import { PassThrough } from 'node:stream';
import type { ReadStream } from 'node:tty';
import { expect, it } from 'vitest';
import { listenForStopKey } from './stop-key.ts';

/** A terminal that remembers whether it shows keys. */
function terminal(isTTY = true) {
  const modes: boolean[] = [];
  const stream = Object.assign(new PassThrough(), {
    isTTY,
    setRawMode: (raw: boolean) => modes.push(raw),
  });
  return { input: stream as unknown as ReadStream, stream, modes };
}

async function heard(keys: string, inForeground: boolean, isTTY = true): Promise<string[]> {
  const { input, stream, modes } = terminal(isTTY);
  const calls: string[] = [];
  const keyboard = listenForStopKey(
    input,
    () => calls.push('stop'),
    () => calls.push('interrupt'),
    inForeground,
  );
  stream.write(keys);
  await new Promise((resolve) => setImmediate(resolve));
  keyboard.end();
  stream.write('Q');
  await new Promise((resolve) => setImmediate(resolve));
  expect(modes).toEqual(inForeground && isTTY ? [true, false] : []);
  return calls;
}

it.each([
  ['Q', ['stop']],
  ['q', []],
  ['\r\n ', []],
  ['\u0003', ['interrupt']],
])('at a terminal %j', async (keys, expected) => {
  expect(await heard(keys, true)).toEqual(expected);
});

it('leaves a terminal alone from its background, and what is none', async () => {
  expect(await heard('Q', false)).toEqual([]);
  expect(await heard('Q', true, false)).toEqual([]);
});
