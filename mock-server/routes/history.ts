import type { App } from '../app-types.ts';
import { accountOf } from '../auth/authenticate.ts';
import { ApiError } from '../contract/api-error.ts';
import { errorResponses, TOKEN_ERRORS } from '../contract/error-body.ts';
import { DocumentParams, HistoryAnswer, HistoryQuery } from '../contract/form.ts';
import { LIMITS } from '../contract/limits.ts';
import { reachTps } from '../directory/reach.ts';
import type { Directory } from '../directory/types.ts';
import { documentHistory } from '../forms/form-history.ts';
import type { FormRecords } from '../forms/types.ts';
import type { UploadStore } from '../store/types.ts';

interface HistoryOptions {
  directory: Directory;
  book: FormRecords;
  store: UploadStore;
}

/** Nothing that happened to a document is ever overwritten: all its photos and decisions, by whom and when. */
export function historyRoute(app: App, { directory, book, store }: HistoryOptions): void {
  const schema = {
    summary: 'Every photo and decision of a document, in the order they came',
    description: `At most ${LIMITS.historyEntries} a page.`,
    security: [{ bearer: [] }],
    params: DocumentParams,
    querystring: HistoryQuery,
    response: {
      200: HistoryAnswer,
      ...errorResponses('TPS_UNKNOWN', 'TPS_NOT_YOURS', 'DOCUMENT_UNKNOWN', 'STORE_FAILED', ...TOKEN_ERRORS),
    },
  };
  app.get(
    '/tps/:kode/documents/:type/history',
    { schema, config: { right: 'document.compare' } },
    async (request) => {
      const { kode, type } = request.params;
      const tps = reachTps(directory, accountOf(request), kode);
      if (!tps.pages.some((page) => page.type === type)) throw new ApiError('DOCUMENT_UNKNOWN');
      const all = await documentHistory(store, book.layout, tps, type);
      const after = Number(request.query.after ?? 0);
      const entries = all.slice(after, after + LIMITS.historyEntries);
      const last = after + entries.length;
      return { kode, type, entries, next: last < all.length ? String(last) : null };
    },
  );
}
