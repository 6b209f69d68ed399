import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'identity' | 'gzip' | 'br';

/** One representation of a file, ready to be written to a socket. */
export interface Variant {
  /** The bytes as latin1 text, to be sent as such: node writes head and text in one go, a buffer apart from its head. */
  body: string;
  etag: string;
  /** Name, value, name, value, as `writeHead` takes them. */
  headers: readonly string[];
  /** Those of a 304. */
  notModifiedHeaders: readonly string[];
}

/** Half of brotli's scale: as quick as gzip on files of some kilobytes, and smaller (A). */
const BROTLI_QUALITY = 5;

/** A file as a static host keeps it: bytes that never change, compressed when first asked for that. */
export class PublishedFile {
  readonly body: Buffer;
  /** Whole seconds, in epoch ms. */
  readonly publishedAt: number;
  readonly #digest: string;
  readonly #cacheControl: string;
  readonly #variants = new Map<Encoding, Variant>();

  constructor(content: unknown, publishedAt: number, cacheControl: string) {
    this.body = Buffer.from(JSON.stringify(content));
    this.publishedAt = Math.floor(publishedAt / 1000) * 1000;
    this.#digest = createHash('sha256').update(this.body).digest('base64url').slice(0, 22);
    this.#cacheControl = cacheControl;
  }

  /** Strong ETags differ by encoding, since the bytes do. */
  variant(encoding: Encoding): Variant {
    const known = this.#variants.get(encoding);
    if (known) return known;
    const body = this.#encoded(encoding);
    const etag = `"${this.#digest}${encoding === 'identity' ? '' : `-${encoding}`}"`;
    const shared = [
      ...['etag', etag],
      ...['last-modified', new Date(this.publishedAt).toUTCString()],
      ...['cache-control', this.#cacheControl],
      ...['vary', 'accept-encoding'],
      ...['access-control-allow-origin', '*'],
    ];
    const headers = [
      ...['content-type', 'application/json', 'content-length', String(body.length)],
      ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
      ...shared,
    ];
    const made = { body: body.toString('latin1'), etag, headers, notModifiedHeaders: shared };
    this.#variants.set(encoding, made);
    return made;
  }

  #encoded(encoding: Encoding): Buffer {
    if (encoding === 'gzip') return gzipSync(this.body);
    if (encoding === 'br')
      return brotliCompressSync(this.body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: this.body.length,
        },
      });
    return this.body;
  }
}
