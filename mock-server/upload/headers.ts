import type { IncomingHttpHeaders } from 'node:http';
import { ApiError } from '../contract/api-error.ts';
import { type IdempotencyKey, parseIdempotencyKey } from '../contract/idempotency-key.ts';

const SHA256_HEX = /^[0-9a-f]{64}$/;

/**
 * The Idempotency-Key of an upload, which must name what the path names.
 * @throws ApiError KEY_MISSING, KEY_MALFORMED, KEY_MISMATCH
 */
export function requireKey(
  headers: IncomingHttpHeaders,
  path: { kode: string; type: string; page: number },
): IdempotencyKey & { text: string } {
  const text = headers['idempotency-key'];
  if (text === undefined || text === '') throw new ApiError('KEY_MISSING');
  const key = typeof text === 'string' ? parseIdempotencyKey(text) : null;
  if (!key) throw new ApiError('KEY_MALFORMED');
  if (key.tps !== path.kode || key.document !== path.type || key.page !== path.page) {
    throw new ApiError('KEY_MISMATCH');
  }
  return { ...key, text: String(text) };
}

/**
 * The SHA-256 the client announced, in lower case; null where it announced none.
 * @throws ApiError DIGEST_MALFORMED
 */
export function announcedSha256(headers: IncomingHttpHeaders): string | null {
  const text = headers['x-content-sha256'];
  return text === undefined ? null : sha256Announced(String(text));
}

/** A SHA-256 in hex as a client writes it, in lower case. @throws ApiError DIGEST_MALFORMED */
export function sha256Announced(text: string): string {
  const sha256 = text.toLowerCase();
  if (!SHA256_HEX.test(sha256)) throw new ApiError('DIGEST_MALFORMED');
  return sha256;
}
