import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';

const NEWLINE = 0x0a;

export interface FileLine {
  text: string;
  /** False for a last line without a newline: its writer may have been cut off. */
  ended: boolean;
}

/**
 * The lines of a UTF-8 file, one chunk in memory at a time. Bytes go into `hash` as they are read, so that a file is
 * hashed and parsed in one pass and the hash is of what was parsed.
 * @throws whatever opening or reading the file throws
 */
export async function* readLines(path: string, hash?: Hash): AsyncGenerator<FileLine> {
  let rest: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  for await (const part of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const chunk = part as Buffer;
    hash?.update(chunk);
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      const line = chunk.subarray(from, at);
      yield { text: (rest.length === 0 ? line : Buffer.concat([rest, line])).toString('utf8'), ended: true };
      rest = Buffer.alloc(0);
      from = at + 1;
    }
    if (from < chunk.length) rest = Buffer.concat([rest, chunk.subarray(from)]);
  }
  if (rest.length > 0) yield { text: rest.toString('utf8'), ended: false };
}
