import type { IncomingMessage } from 'node:http';
import { ApiError } from '../contract/api-error.ts';
import type { PhotoStore } from '../photos/types.ts';
import { receivePdf } from './receive-pdf.ts';

/**
 * Receives D.Hasil as PDF and, where there is a place for it, keeps its bytes before anything is said of it.
 * @param announced SHA-256 (hex) that the client announced, null where it did not
 * @throws ApiError DIGEST_MISMATCH, STORE_FULL, STORE_FAILED, and those of `receivePdf`
 */
export async function receiveDocument(
  request: IncomingMessage,
  { announced, keep }: { announced: string | null; keep: PhotoStore | null },
): Promise<{ sha256: string; bytes: number }> {
  const incoming = keep?.beginDocument() ?? null;
  let received: { sha256: string; bytes: number };
  try {
    received = await receivePdf(request, incoming);
    if (announced !== null && announced !== received.sha256) throw new ApiError('DIGEST_MISMATCH');
  } catch (error) {
    await incoming?.drop();
    throw error;
  }
  const outcome = await incoming?.keep(received.sha256);
  if (outcome === 'full') throw new ApiError('STORE_FULL');
  if (outcome === 'failed') throw new ApiError('STORE_FAILED');
  return received;
}
