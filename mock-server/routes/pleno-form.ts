import type { FastifyRequest } from 'fastify';
import type { App } from '../app-types.ts';
import { accountOf } from '../auth/authenticate.ts';
import { ApiError } from '../contract/api-error.ts';
import { errorResponses, TOKEN_ERRORS } from '../contract/error-body.ts';
import { ChangedMeanwhile, detailedErrors, FiguresRefused } from '../contract/pleno-errors.ts';
import { PlenoForm, PlenoFormParams, SaveRequest } from '../contract/pleno-form.ts';
import { formView } from '../pleno/differences.ts';
import { reachForm } from '../pleno/reach.ts';
import { decideSave } from '../pleno/save.ts';
import type { PlenoRouteOptions } from './pleno-options.ts';

const FORM_ERRORS = [
  ...TOKEN_ERRORS,
  'AREA_UNKNOWN',
  'TPS_UNKNOWN',
  'TPS_NOT_YOURS',
  'ELECTION_UNKNOWN',
] as const;

/** One election at one TPS: what is known of it, and saving it. */
export function plenoFormRoutes(app: App, options: PlenoRouteOptions): void {
  const { plenos, directory, forms, store, metrics } = options;
  const shared = { security: [{ bearer: [] }], params: PlenoFormParams };
  const url = '/pleno/:kecamatan/tps/:kode/:election';

  const compare = {
    ...shared,
    summary: 'Photo, reading, what the KPPS confirmed, and D.Hasil, side by side',
    response: { 200: PlenoForm, ...errorResponses(...FORM_ERRORS) },
  };
  app.get(url, { schema: compare, config: { right: 'pleno.read' } }, async (request) => {
    const { pleno, tps, form } = reachForm(plenos, directory, accountOf(request), request.params);
    const stored = await store.pagesOf(tps.kode);
    return formView(pleno, forms, tps, form, stored);
  });

  const save = {
    ...shared,
    summary: 'Save one election at one TPS in D.Hasil',
    description:
      'Without figures it is taken over as the KPPS confirmed it or, before that, as it was read. A figure that is another needs a reason; so does ' +
      'a form that does not add up. `revision` is that of the form as it was looked at: where somebody else has saved it since, 409 says what changed. ' +
      'The same request of the same account once more, since its answer was lost, changes nothing and is answered with 200.',
    body: SaveRequest,
    response: {
      200: PlenoForm,
      ...detailedErrors(
        { 409: ChangedMeanwhile, 422: FiguresRefused },
        ...FORM_ERRORS,
        'PLENO_NOT_OPEN',
        'PLENO_FINALISED',
        'CHANGED_MEANWHILE',
        'FIGURE_UNKNOWN',
        'FIGURES_MISSING',
        'REASON_MISSING',
        'FIGURES_UNEXPLAINED',
        'JSON_MALFORMED',
        'BODY_TOO_LARGE',
        'MEDIA_TYPE_UNSUPPORTED',
        'STORE_FULL',
        'STORE_FAILED',
      ),
    },
  };
  // Who may not reach the TPS is told so, whatever the body.
  const preValidation = async (request: FastifyRequest): Promise<void> => {
    reachForm(plenos, directory, accountOf(request), request.params as PlenoFormParams);
  };
  app.put(url, { schema: save, preValidation, config: { right: 'pleno.save' } }, async (request) => {
    const account = accountOf(request);
    const { pleno, tps, form } = reachForm(plenos, directory, account, request.params);
    const stored = await store.pagesOf(tps.kode);
    const asked = request.body;
    try {
      return await plenos.change(
        pleno.area.code,
        account.username,
        (current) => decideSave(current, { plenos, forms, tps, form, account: account.username, asked }),
        (current, event) => {
          const view = formView(current, forms, tps, form, stored);
          if (event) metrics.plenoSaves.inc();
          if (event) metrics.plenoCorrections.inc(current.saved(tps, form.election)?.corrections.length ?? 0);
          return view;
        },
      );
    } catch (error) {
      if (error instanceof ApiError && error.code === 'CHANGED_MEANWHILE') metrics.plenoConflicts.inc();
      throw error;
    }
  });
}
