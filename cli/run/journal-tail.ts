import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 1 << 20;

/** Follows a file of lines while it is written; each call reads only what is new. */
export class JournalTail {
  readonly #path: string;
  #offset = 0;
  #rest = '';

  constructor(path: string) {
    this.#path = path;
  }

  /** The whole lines that have come since the last call. */
  newLines(): string[] {
    const lines = (this.#rest + this.#newText()).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines;
  }

  #newText(): string {
    const file = openSync(this.#path, 'r');
    try {
      const chunks: Buffer[] = [];
      const chunk = Buffer.alloc(CHUNK_BYTES);
      for (;;) {
        const read = readSync(file, chunk, 0, chunk.length, this.#offset);
        if (read === 0) return Buffer.concat(chunks).toString();
        this.#offset += read;
        chunks.push(Buffer.from(chunk.subarray(0, read)));
      }
    } finally {
      closeSync(file);
    }
  }
}
