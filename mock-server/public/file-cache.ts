import type { PublishedFile } from './published-file.ts';

/** Bytes of JSON in one cache; compressed copies and headers come to about as much again (A). */
const MOST_BYTES = 32 * 1024 * 1024;

/** Files by path; the oldest go when it is full, so a walk over the nation's TPS stays within bounds. */
export class FileCache {
  readonly #files = new Map<string, PublishedFile>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  get(path: string): PublishedFile | undefined {
    return this.#files.get(path);
  }

  add(path: string, file: PublishedFile): void {
    this.#files.set(path, file);
    this.#bytes += file.body.length;
    for (const [oldest, { body }] of this.#files) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#files.delete(oldest);
      this.#bytes -= body.length;
    }
  }
}
