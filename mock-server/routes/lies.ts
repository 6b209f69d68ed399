import type { App } from '../app-types.ts';
import { errorResponses } from '../contract/error-body.ts';
import { LiesAnswer, LiesQuery } from '../contract/lies.ts';
import { LIMITS } from '../contract/limits.ts';
import type { ToldLies } from '../lies/told-lies.ts';

/** What the simulator has lied about; empty for an honest one. */
export function liesRoute(app: App, told: ToldLies): void {
  const schema = {
    summary: 'The lies this server has told, for tests of an audit',
    querystring: LiesQuery,
    response: { 200: LiesAnswer, ...errorResponses() },
  };
  app.get('/simulator/lies', { schema }, async (request) => {
    const { lies, next } = told.list(Number(request.query.after ?? 0), LIMITS.uploadsPerPage);
    return { lies, next: next === null ? null : String(next) };
  });
}
