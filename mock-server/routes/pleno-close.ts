import { Type } from 'typebox';
import type { App } from '../app-types.ts';
import { accountOf } from '../auth/authenticate.ts';
import { errorResponses, TOKEN_ERRORS } from '../contract/error-body.ts';
import { Sha256 } from '../contract/fields.ts';
import { LIMITS } from '../contract/limits.ts';
import { PlenoParams, PlenoStatus, ReopenRequest } from '../contract/pleno.ts';
import { detailedErrors, Incomplete } from '../contract/pleno-errors.ts';
import { decideDocument, decidePublish, decideReopen } from '../pleno/acts.ts';
import { decideFinalise } from '../pleno/finalise.ts';
import type { Pleno } from '../pleno/pleno.ts';
import { reachPleno } from '../pleno/reach.ts';
import { receiveDocument } from '../pleno/receive-document.ts';
import { answerOf, statusOf } from '../pleno/status.ts';
import { announcedSha256 } from '../upload/headers.ts';
import type { PlenoRouteOptions } from './pleno-options.ts';

const ERRORS = [...TOKEN_ERRORS, 'AREA_UNKNOWN', 'AREA_NOT_YOURS', 'STORE_FULL', 'STORE_FAILED'] as const;

/** For the documentation only: the body is streamed, never validated as a whole. */
const PDF_BODY = Type.Object({
  document: Type.String({
    contentMediaType: 'application/pdf',
    format: 'binary',
    description: `D.Hasil as PDF, of at most ${LIMITS.pdfBytes} bytes.`,
  }),
});
const PDF_HEADERS = Type.Object({ 'X-Content-SHA256': Type.Optional(Sha256) });

/** What ends a pleno: finalise, D.Hasil as PDF, publish; and what takes it back. */
export function plenoCloseRoutes(app: App, { plenos, photos }: PlenoRouteOptions): void {
  const shared = { security: [{ bearer: [] }], params: PlenoParams };

  const finalise = {
    ...shared,
    summary: 'Finalise a plenary, which locks its figures',
    description: 'Every TPS has to be saved for every election held there; 422 says what is missing.',
    response: {
      200: PlenoStatus,
      ...detailedErrors({ 422: Incomplete }, ...ERRORS, 'PLENO_NOT_OPEN', 'PLENO_INCOMPLETE'),
    },
  };
  app.post(
    '/pleno/:kecamatan/finalise',
    { schema: finalise, config: { right: 'pleno.finalise' } },
    async (request) => {
      const account = accountOf(request);
      const { area } = reachPleno(plenos, account, request.params.kecamatan);
      return plenos.change(area.code, account.username, decideFinalise, statusOf);
    },
  );

  const reopen = {
    ...shared,
    summary: 'Reopen a plenary that is finalised, with the reason',
    description:
      'Takes back what it published, from the next publication on; D.Hasil has to be uploaded anew.',
    body: ReopenRequest,
    response: {
      200: PlenoStatus,
      ...errorResponses(
        ...ERRORS,
        'PLENO_NOT_FINALISED',
        'JSON_MALFORMED',
        'BODY_TOO_LARGE',
        'MEDIA_TYPE_UNSUPPORTED',
      ),
    },
  };
  app.post(
    '/pleno/:kecamatan/reopen',
    { schema: reopen, config: { right: 'pleno.reopen' } },
    async (request) => {
      const account = accountOf(request);
      const { area } = reachPleno(plenos, account, request.params.kecamatan);
      const asked = { plenos, account: account.username, reason: request.body.reason };
      return plenos.change(area.code, account.username, (pleno) => decideReopen(pleno, asked), statusOf);
    },
  );

  const document = {
    ...shared,
    summary: 'Upload D.Hasil as PDF, of a plenary that is finalised',
    description:
      'Streamed; its bytes are kept where the server keeps photos, and on disk before this is answered, or hashed and dropped. ' +
      'A later one takes the place of an earlier, until it is published.',
    response: {
      201: { ...PlenoStatus, description: 'Taken.' },
      200: { ...PlenoStatus, description: 'The same PDF is there already.' },
      ...errorResponses(
        ...ERRORS,
        'PLENO_NOT_FINALISED',
        'PLENO_PUBLISHED',
        'DIGEST_MALFORMED',
        'DIGEST_MISMATCH',
        'MULTIPART_MALFORMED',
        'PDF_MISSING',
        'PDF_TOO_LARGE',
        'NOT_A_PDF',
        'MEDIA_TYPE_UNSUPPORTED',
      ),
    },
  };
  const streams = { consumes: ['multipart/form-data'], body: PDF_BODY, headers: PDF_HEADERS };
  app.post(
    '/pleno/:kecamatan/document',
    { schema: document, config: { right: 'pleno.publish', streams } },
    async (request, reply) => {
      const account = accountOf(request);
      const { area, finalised } = reachPleno(plenos, account, request.params.kecamatan);
      const announced = announcedSha256(request.headers);
      const received = await receiveDocument(request.raw, { announced, keep: finalised ? photos : null });
      try {
        const decide = (pleno: Pleno) => decideDocument(pleno, received);
        const taken = await plenos.change(area.code, account.username, decide, answerOf);
        return reply.code(taken.code).send(taken.status);
      } catch (error) {
        photos?.keptInVain();
        throw error;
      }
    },
  );

  const publish = {
    ...shared,
    summary: 'Publish a plenary that is finalised and has its PDF',
    description: 'On the public pages from their next publication on.',
    response: { 200: PlenoStatus, ...errorResponses(...ERRORS, 'PLENO_NOT_FINALISED', 'D_HASIL_MISSING') },
  };
  app.post(
    '/pleno/:kecamatan/publish',
    { schema: publish, config: { right: 'pleno.publish' } },
    async (request) => {
      const account = accountOf(request);
      const { area } = reachPleno(plenos, account, request.params.kecamatan);
      return plenos.change(area.code, account.username, decidePublish, statusOf);
    },
  );
}
