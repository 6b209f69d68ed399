import { writeAscii } from '../fixtures/photos/upload-mark.ts';

const BOUNDARY = '----sirekap-uji-beban-SIMULASI-batch';

/** The header of a body that {@link batchForm} makes. */
export const BATCH_CONTENT_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/** A photo on its way into a batch. */
export interface BatchPart {
  /** Header lines of the part, each ended by CRLF; ASCII. */
  head: string;
  bytes: number;
  /** Gives the photo; what it gives may be overwritten by the next part's. */
  photo(): Promise<Uint8Array>;
}

/** A multipart body of several photos, made for one request: most sessions send a single one. */
export async function batchForm(parts: readonly BatchPart[]): Promise<Uint8Array> {
  const closing = `--${BOUNDARY}--\r\n`;
  let size = closing.length;
  for (const { head, bytes } of parts) size += startOf(head).length + bytes + 2;
  const body = new Uint8Array(size);
  let at = 0;
  const write = (text: string) => {
    writeAscii(body, at, text);
    at += text.length;
  };
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as BatchPart;
    write(startOf(part.head));
    body.set(await part.photo(), at);
    at += part.bytes;
    write('\r\n');
  }
  write(closing);
  return body;
}

function startOf(head: string): string {
  return `--${BOUNDARY}\r\n${head}\r\n`;
}
