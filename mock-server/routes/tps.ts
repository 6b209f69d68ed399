import type { App } from '../app-types.ts';
import { accountOf } from '../auth/authenticate.ts';
import { errorResponses, TOKEN_ERRORS } from '../contract/error-body.ts';
import { LIMITS } from '../contract/limits.ts';
import { KodeParams, StatusAnswer, TpsListAnswer, TpsListQuery } from '../contract/tps.ts';
import type { Progress } from '../directory/progress.ts';
import { reachTps } from '../directory/reach.ts';
import type { Directory } from '../directory/types.ts';
import type { DocumentStatuses } from '../forms/document-status.ts';
import type { UploadStore } from '../store/types.ts';

interface TpsOptions {
  directory: Directory;
  progress: Progress;
  statuses: DocumentStatuses;
  store: UploadStore;
}

/** The account's TPS, and how far one of them is. */
export function tpsRoutes(app: App, { directory, progress, statuses, store }: TpsOptions): void {
  const list = {
    summary: `The TPS the account reaches, in order of kode, at most ${LIMITS.tpsPerPage} a page`,
    security: [{ bearer: [] }],
    querystring: TpsListQuery,
    response: { 200: TpsListAnswer, ...errorResponses(...TOKEN_ERRORS) },
  };
  app.get('/tps', { schema: list, config: { right: 'status.read' } }, async (request) => {
    const { scope } = accountOf(request);
    const tps = directory.tpsBelow(scope, request.query.after, LIMITS.tpsPerPage);
    return {
      tps: tps.map((each) => ({
        kode: each.kode,
        documents: each.pages.map((page, i) => ({
          ...page,
          stored: progress.isStored(each, i),
          status: statuses.status(each, page.type),
        })),
      })),
    };
  });

  const status = {
    summary: 'What is stored of one TPS',
    security: [{ bearer: [] }],
    params: KodeParams,
    response: { 200: StatusAnswer, ...errorResponses('TPS_UNKNOWN', 'TPS_NOT_YOURS', ...TOKEN_ERRORS) },
  };
  app.get('/tps/:kode/status', { schema: status, config: { right: 'status.read' } }, async (request) => {
    const tps = reachTps(directory, accountOf(request), request.params.kode);
    const stored = await store.pagesOf(tps.kode);
    const documents = tps.pages.map(({ type, page }) => {
      const found = stored.find((each) => each.document === type && each.page === page);
      const { uploads = 0, sha256 = null, storedAt = null } = found ?? {};
      return { type, page, uploads, sha256, storedAt, status: statuses.status(tps, type) };
    });
    return { kode: tps.kode, documents, complete: documents.every(({ uploads }) => uploads > 0) };
  });
}
