import { writeAscii } from '../fixtures/photos/upload-mark.ts';

const BOUNDARY = '----sirekap-uji-beban-SIMULASI-batch';

/** The header of a body that {@link BatchForm} makes. */
export const BATCH_CONTENT_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/** A photo on its way into a batch. */
export interface BatchPart {
  /** Header lines of the part, each ended by CRLF; ASCII. */
  head: string;
  /** Of the photo. */
  bytes: number;
}

/** A multipart body of several photos, made for one request: most sessions send a single one. */
export class BatchForm {
  readonly #body: Uint8Array;
  readonly #heads: readonly string[];
  #at = 0;
  #next = 0;

  constructor(parts: readonly BatchPart[]) {
    this.#heads = parts.map(({ head }) => `--${BOUNDARY}\r\n${head}\r\n`);
    let size = CLOSING.length;
    for (let i = 0; i < parts.length; i++)
      size += (this.#heads[i] as string).length + (parts[i] as BatchPart).bytes + CRLF.length;
    this.#body = new Uint8Array(size);
  }

  /** Puts in the photo of the next part; what is given may be overwritten afterwards. */
  add(photo: Uint8Array): void {
    this.#write(this.#heads[this.#next++] as string);
    this.#body.set(photo, this.#at);
    this.#at += photo.length;
    this.#write(CRLF);
  }

  /** The body, once every photo is in it. @throws Error where the photos are not as large as was said */
  end(): Uint8Array {
    this.#write(CLOSING);
    if (this.#at !== this.#body.length) throw new Error('the photos of a batch are not as large as planned');
    return this.#body;
  }

  #write(text: string): void {
    writeAscii(this.#body, this.#at, text);
    this.#at += text.length;
  }
}

const CRLF = '\r\n';
const CLOSING = `--${BOUNDARY}--\r\n`;
