import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ApiError } from '../contract/api-error.ts';
import { LIMITS } from '../contract/limits.ts';
import { requireBoundary } from '../multipart/boundary-apart.ts';
import { createMultipartParser } from '../multipart/parser.ts';
import type { IncomingPhoto } from '../photos/types.ts';

const PART_NAME = 'document';

/** ISO 32000: the header; real files carry version 1.0 to 1.7 or 2.0. */
const HEADER = /^%PDF-[12]\.\d/;
const HEADER_BYTES = 8;
const TRAILER = '%%EOF';
/** Readers look for the trailer in that many bytes at the end (ISO 32000-1, annex H.3). */
const TAIL_BYTES = 1024;

/**
 * Reads a multipart body to its end and takes the digest of the PDF in it; its bytes go to `incoming`, where there is one.
 * @throws ApiError MEDIA_TYPE_UNSUPPORTED, MULTIPART_MALFORMED, PDF_MISSING, PDF_TOO_LARGE, NOT_A_PDF
 */
export async function receivePdf(
  request: IncomingMessage,
  incoming: IncomingPhoto | null,
): Promise<{ sha256: string; bytes: number }> {
  const boundary = requireBoundary(request);
  const hash = createHash('sha256');
  let parts = 0;
  let isPdf = false;
  let found = false;
  let bytes = 0;
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  let written: Promise<void> | null = null;
  const parser = createMultipartParser(boundary, {
    start: ({ name, isFile }) => {
      parts++;
      isPdf = isFile && name === PART_NAME && !found;
      found ||= isPdf;
    },
    data: (chunk) => {
      if (!isPdf) return;
      bytes += chunk.length;
      if (bytes > LIMITS.pdfBytes) return;
      hash.update(chunk);
      if (head.length < HEADER_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEADER_BYTES)]);
      tail = Buffer.concat([tail, chunk.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
      if (incoming) written = incoming.add(chunk);
    },
    end: () => {},
  });

  // To its end, whatever it is: so the answer reaches the client, and the connection stays usable.
  try {
    for await (const chunk of request) {
      if (bytes > LIMITS.pdfBytes) continue;
      written = null;
      parser.add(chunk as Buffer);
      if (written !== null) await written;
    }
  } catch {
    throw new ApiError('MULTIPART_MALFORMED');
  }
  if (bytes > LIMITS.pdfBytes) throw new ApiError('PDF_TOO_LARGE', `At most ${LIMITS.pdfBytes} bytes.`);
  if (parser.state() !== 'epilogue') throw new ApiError('MULTIPART_MALFORMED');
  if (!found || parts > 1) throw new ApiError('PDF_MISSING');
  if (!HEADER.test(head.toString('latin1')) || !tail.includes(TRAILER)) throw new ApiError('NOT_A_PDF');
  return { sha256: hash.digest('hex'), bytes };
}
