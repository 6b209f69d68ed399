import { ApiError } from '../contract/api-error.ts';
import type { Account, Directory, DocumentPage, Tps } from './types.ts';

/**
 * The TPS, if the account reaches it: codes are hierarchical, so an account reaches what starts with its scope.
 * @throws ApiError TPS_UNKNOWN, TPS_NOT_YOURS
 */
export function reachTps(directory: Directory, account: Account, kode: string): Tps {
  const tps = directory.tps(kode);
  if (!tps) throw new ApiError('TPS_UNKNOWN');
  if (!kode.startsWith(account.scope)) throw new ApiError('TPS_NOT_YOURS');
  return tps;
}

/**
 * The place of a page among the pages of its TPS.
 * @throws ApiError DOCUMENT_UNKNOWN, PAGE_UNKNOWN
 */
export function pageIndex(tps: Tps, wanted: DocumentPage): number {
  const index = tps.pages.findIndex(({ type, page }) => type === wanted.type && page === wanted.page);
  if (index !== -1) return index;
  const documentKnown = tps.pages.some(({ type }) => type === wanted.type);
  throw new ApiError(documentKnown ? 'PAGE_UNKNOWN' : 'DOCUMENT_UNKNOWN');
}
