import { ApiError } from '../contract/api-error.ts';
import { type IdempotencyKey, parseIdempotencyKey } from '../contract/idempotency-key.ts';
import { pageIndex, reachTps } from '../directory/reach.ts';
import type { Account, Directory } from '../directory/types.ts';

/**
 * Where an upload belongs that says so by its key alone.
 * @throws ApiError KEY_MISSING, KEY_MALFORMED, TPS_UNKNOWN, TPS_NOT_YOURS, DOCUMENT_UNKNOWN, PAGE_UNKNOWN
 */
export function placeOfKey(directory: Directory, account: Account, key: string | null): IdempotencyKey {
  if (key === null || key === '') throw new ApiError('KEY_MISSING');
  const place = parseIdempotencyKey(key);
  if (!place) throw new ApiError('KEY_MALFORMED');
  const tps = reachTps(directory, account, place.tps);
  pageIndex(tps, { type: place.document, page: place.page });
  return place;
}
