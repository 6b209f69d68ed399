import type { App } from '../app-types.ts';
import { accountOf } from '../auth/authenticate.ts';
import { errorResponses, TOKEN_ERRORS } from '../contract/error-body.ts';
import { LIMITS } from '../contract/limits.ts';
import { HistoryAnswer, HistoryQuery, PlenoParams, PlenoStatus, PlenoTpsAnswer } from '../contract/pleno.ts';
import { TpsListQuery } from '../contract/tps.ts';
import { decideOpen } from '../pleno/acts.ts';
import { historyOf } from '../pleno/history.ts';
import { reachPleno } from '../pleno/reach.ts';
import { answerOf, statusOf, tpsStatus } from '../pleno/status.ts';
import type { PlenoRouteOptions } from './pleno-options.ts';

const AREA_ERRORS = [...TOKEN_ERRORS, 'AREA_UNKNOWN', 'AREA_NOT_YOURS'] as const;

/** Opening a pleno, and seeing how far it is. */
export function plenoStatusRoutes(app: App, { plenos, directory, forms }: PlenoRouteOptions): void {
  const shared = { security: [{ bearer: [] }], params: PlenoParams };
  const open = {
    ...shared,
    summary: 'Open the plenary of a kecamatan',
    description: 'One that was opened stays as it is, and is answered with 200.',
    response: {
      201: { ...PlenoStatus, description: 'Opened now.' },
      200: { ...PlenoStatus, description: 'Opened before.' },
      ...errorResponses(...AREA_ERRORS, 'STORE_FULL', 'STORE_FAILED'),
    },
  };
  app.post('/pleno/:kecamatan', { schema: open, config: { right: 'pleno.open' } }, async (request, reply) => {
    const account = accountOf(request);
    const { kecamatan } = request.params;
    reachPleno(plenos, account, kecamatan);
    const opened = await plenos.change(kecamatan, account.username, decideOpen, answerOf);
    return reply.code(opened.code).send(opened.status);
  });

  const status = {
    ...shared,
    summary: 'How far the plenary of a kecamatan is',
    response: { 200: PlenoStatus, ...errorResponses(...AREA_ERRORS) },
  };
  app.get('/pleno/:kecamatan', { schema: status, config: { right: 'pleno.read' } }, async (request) =>
    statusOf(reachPleno(plenos, accountOf(request), request.params.kecamatan)),
  );

  const list = {
    ...shared,
    summary: `The TPS of a plenary with the standing of their forms, in order of kode, at most ${LIMITS.tpsPerPage} a page`,
    querystring: TpsListQuery,
    response: { 200: PlenoTpsAnswer, ...errorResponses(...AREA_ERRORS) },
  };
  app.get('/pleno/:kecamatan/tps', { schema: list, config: { right: 'pleno.read' } }, async (request) => {
    const { kecamatan } = request.params;
    const pleno = reachPleno(plenos, accountOf(request), kecamatan);
    const tps = directory.tpsBelow(kecamatan, request.query.after, LIMITS.tpsPerPage);
    return { tps: tps.map((each) => tpsStatus(pleno, forms, each)) };
  });

  const history = {
    ...shared,
    summary: `Everything that happened in a plenary: who, when, what and why; at most ${LIMITS.eventsPerPage} a page`,
    querystring: HistoryQuery,
    response: { 200: HistoryAnswer, ...errorResponses(...AREA_ERRORS) },
  };
  app.get(
    '/pleno/:kecamatan/history',
    { schema: history, config: { right: 'pleno.read' } },
    async (request) => {
      const { kecamatan } = request.params;
      reachPleno(plenos, accountOf(request), kecamatan);
      const after = Number(request.query.after ?? 0);
      const entries = historyOf(await plenos.eventsOf(kecamatan), plenos.elections);
      const later = entries.filter(({ revision }) => revision > after);
      const events = later.slice(0, LIMITS.eventsPerPage);
      const next = later.length > events.length ? String(events.at(-1)?.revision) : null;
      return { events, next };
    },
  );
}
