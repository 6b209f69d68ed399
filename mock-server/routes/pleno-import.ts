import { Type } from 'typebox';
import type { App } from '../app-types.ts';
import { accountOf } from '../auth/authenticate.ts';
import { ApiError } from '../contract/api-error.ts';
import { TOKEN_ERRORS } from '../contract/error-body.ts';
import { LIMITS } from '../contract/limits.ts';
import { PlenoParams, PlenoStatus } from '../contract/pleno.ts';
import { detailedErrors, FileDiffers, FileFaults } from '../contract/pleno-errors.ts';
import { checkFile } from '../pleno/check-file.ts';
import type { PlenoEvents } from '../pleno/events.ts';
import { decideImport } from '../pleno/import-file.ts';
import { reachPleno } from '../pleno/reach.ts';
import { answerOf } from '../pleno/status.ts';
import type { PlenoRouteOptions } from './pleno-options.ts';

const MEDIA_TYPE = 'application/x-ndjson';

/** The file of an offline kecamatan, as a whole or not at all. */
export function plenoImportRoute(app: App, { plenos, directory, forms, metrics }: PlenoRouteOptions): void {
  const schema = {
    summary: 'Bring the plenary of an offline kecamatan as a file',
    description:
      'Also opens the plenary. Taken as a whole or not at all; 422 names what is wrong by line, TPS and field, 409 what the plenary holds ' +
      'otherwise. The same file once more changes nothing.',
    security: [{ bearer: [] }],
    params: PlenoParams,
    response: {
      201: { ...PlenoStatus, description: 'Taken.' },
      200: { ...PlenoStatus, description: 'Taken before.' },
      ...detailedErrors(
        { 409: FileDiffers, 422: FileFaults },
        ...TOKEN_ERRORS,
        'AREA_UNKNOWN',
        'AREA_NOT_YOURS',
        'PLENO_DIFFERS',
        'PLENO_FILE_INVALID',
        'PLENO_FINALISED',
        'BODY_TOO_LARGE',
        'MEDIA_TYPE_UNSUPPORTED',
        'STORE_FULL',
        'STORE_FAILED',
      ),
    },
  };
  const streams = {
    consumes: [MEDIA_TYPE],
    body: Type.String({
      description: `A pleno file, docs/formats.md; at most ${LIMITS.plenoFileBytes} bytes.`,
    }),
  };
  app.register(async (own: App) => {
    own.removeAllContentTypeParsers();
    own.addContentTypeParser(
      MEDIA_TYPE,
      { parseAs: 'buffer', bodyLimit: LIMITS.plenoFileBytes },
      (_request, body, done) => done(null, body),
    );
    own.post(
      '/pleno/:kecamatan/import',
      { schema, bodyLimit: LIMITS.plenoFileBytes, config: { right: 'pleno.import', streams } },
      async (request, reply) => {
        const account = accountOf(request);
        const pleno = reachPleno(plenos, account, request.params.kecamatan);
        if (!Buffer.isBuffer(request.body))
          throw new ApiError('MEDIA_TYPE_UNSUPPORTED', `Wanted: ${MEDIA_TYPE}.`);
        const file = checkFile(request.body, pleno, directory);
        const taken = await plenos.change(
          pleno.area.code,
          account.username,
          (current) => decideImport(current, file, forms),
          (current, event) => {
            const added = event ? (event.body as PlenoEvents['imported']).forms : [];
            metrics.plenoSaves.inc(added.length);
            metrics.plenoCorrections.inc(added.reduce((sum, { corrections }) => sum + corrections.length, 0));
            return answerOf(current, event);
          },
        );
        return reply.code(taken.code).send(taken.status);
      },
    );
  });
}
