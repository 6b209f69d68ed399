import type { App } from '../app-types.ts';
import { accountOf } from '../auth/authenticate.ts';
import { errorResponses, TOKEN_ERRORS } from '../contract/error-body.ts';
import { LIMITS } from '../contract/limits.ts';
import { ReadbackAnswer, ReadbackQuery } from '../contract/upload.ts';
import type { UploadStore } from '../store/types.ts';

/** What the store holds of one run within the admin's own kabupaten or kota, for the audit. */
export function readbackRoute(app: App, { store }: { store: UploadStore }): void {
  const schema = {
    summary: 'The uploads of one run, in the order they were stored',
    description: 'For the admin of a kabupaten or kota: the uploads of its TPS.',
    security: [{ bearer: [] }],
    querystring: ReadbackQuery,
    response: { 200: ReadbackAnswer, ...errorResponses(...TOKEN_ERRORS) },
  };
  app.get('/uploads', { schema, config: { right: 'uploads.read-back' } }, async (request) => {
    const { scope } = accountOf(request);
    const { run, after = '0', limit = String(LIMITS.uploadsPerPage) } = request.query;
    const { uploads, next } = await store.uploadsOf(run, scope, Number(after), Number(limit));
    return { uploads, next: next === null ? null : String(next) };
  });
}
