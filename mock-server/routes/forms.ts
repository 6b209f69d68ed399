import type { preValidationAsyncHookHandler } from 'fastify';
import type { App } from '../app-types.ts';
import { accountOf } from '../auth/authenticate.ts';
import { ApiError } from '../contract/api-error.ts';
import { errorResponses, TOKEN_ERRORS } from '../contract/error-body.ts';
import { ERROR_CODES } from '../contract/error-codes.ts';
import {
  ConfirmAnswer,
  ConfirmRequest,
  DocumentParams,
  InconsistentBody,
  ReadingAnswer,
  StaleBody,
} from '../contract/form.ts';
import { VALIDATION_CODES, type ValidationCode } from '../contract/validation-codes.ts';
import type { createCopyLinks } from '../copies/copy-link.ts';
import { reachTps } from '../directory/reach.ts';
import type { Account, Directory, Tps } from '../directory/types.ts';
import type { Confirmed, FormDecisions } from '../forms/confirm-form.ts';
import type { DocumentStatuses } from '../forms/document-status.ts';
import type { FormRecords } from '../forms/types.ts';
import type { Finding } from '../forms/validate-form.ts';

interface FormsOptions {
  directory: Directory;
  book: FormRecords;
  statuses: DocumentStatuses;
  decisions: FormDecisions;
  links: ReturnType<typeof createCopyLinks>;
}

/** KPPS compare what was read from C.Hasil with the paper, correct it, and confirm it. */
export function formRoutes(app: App, options: FormsOptions): void {
  const { directory, book, statuses, decisions, links } = options;
  const { layout } = book;

  /** @throws ApiError TPS_UNKNOWN, TPS_NOT_YOURS, DOCUMENT_UNKNOWN, NOT_A_FORM */
  function formOf(account: Account, { kode, type }: DocumentParams): { tps: Tps; election: number } {
    const tps = reachTps(directory, account, kode);
    if (!tps.pages.some((page) => page.type === type)) throw new ApiError('DOCUMENT_UNKNOWN');
    const election = layout.electionOf(type);
    if (election === -1) throw new ApiError('NOT_A_FORM');
    return { tps, election };
  }

  /** Before the body is looked at: to whom the TPS does not belong, that is all there is to say. */
  const refuseStrangers: preValidationAsyncHookHandler = async (request) => {
    const { kode } = request.params as DocumentParams;
    if (directory.tps(kode)) reachTps(directory, accountOf(request), kode);
  };

  function stateOf(tps: Tps, election: number): ReadingAnswer['state'] {
    const states = layout.pages(tps, election).map(({ index }) => book.pageState(tps, index));
    if (states.includes('none')) return 'incomplete';
    if (states.includes('pending')) return 'pending';
    return states.every((state) => state === 'read') ? 'read' : 'unreadable';
  }

  function figuresOf(tps: Tps, election: number, confirmed: Confirmed | null): ReadingAnswer['figures'] {
    return layout.fields(election).map((id, i) => ({
      id,
      page: layout.pageOf(tps, election, id)?.page ?? 1,
      read: book.reading(tps, election, id),
      confidence: book.confidence(tps, election, id),
      confirmed: confirmed?.body.figures[i] ?? null,
    }));
  }

  const errors = ['TPS_UNKNOWN', 'TPS_NOT_YOURS', 'DOCUMENT_UNKNOWN', 'NOT_A_FORM', ...TOKEN_ERRORS] as const;

  const reading = {
    summary: 'What was read from a C.Hasil, to be compared with the paper',
    security: [{ bearer: [] }],
    params: DocumentParams,
    response: { 200: ReadingAnswer, ...errorResponses('STORE_FAILED', ...errors) },
  };
  app.get(
    '/tps/:kode/documents/:type/reading',
    { schema: reading, config: { right: 'document.compare' } },
    async (request) => {
      const { tps, election } = formOf(accountOf(request), request.params);
      const confirmed = await decisions.latest(tps, election);
      const state = stateOf(tps, election);
      const { kode, type } = request.params;
      const isLookedAt = state === 'read' || state === 'unreadable';
      return {
        kode,
        type,
        status: statuses.status(tps, type),
        state,
        revision: book.revision(tps, election),
        pages: layout.pages(tps, election).map(({ index, page }) => ({
          page,
          state: book.pageState(tps, index),
          saw: book.sawInstead(tps, index),
        })),
        figures: figuresOf(tps, election, confirmed),
        findings: isLookedAt ? decisions.findings(tps, election).map(explained) : [],
        confirmation: confirmed && confirmationOf(confirmed),
      };
    },
  );

  const described = errorResponses(
    'PAGES_MISSING',
    'READING_PENDING',
    'SHEET_WRONG',
    'CHANGED_MEANWHILE',
    'FIGURE_UNKNOWN',
    'FIGURES_INCONSISTENT',
    'JSON_MALFORMED',
    'BODY_TOO_LARGE',
    'MEDIA_TYPE_UNSUPPORTED',
    'STORE_FULL',
    'STORE_FAILED',
    ...errors,
  );
  const confirm = {
    summary: 'Send the figures of a C.Hasil as right',
    description:
      'Durable when it is answered. The figures are those that were read, but for the ones that are sent. Figures that break a rule are refused with the codes of ' +
      'the rules, unless `despite` names exactly these: the paper itself may be wrong. The same confirmation again is answered like the first.',
    security: [{ bearer: [] }],
    params: DocumentParams,
    body: ConfirmRequest,
    response: {
      200: ConfirmAnswer,
      ...described,
      409: { ...described[409], ...StaleBody },
      422: { ...described[422], ...InconsistentBody },
    },
  };
  app.post(
    '/tps/:kode/documents/:type/confirm',
    { schema: confirm, config: { right: 'document.confirm' }, preValidation: refuseStrangers },
    async (request, reply) => {
      const account = accountOf(request);
      const { kode, type } = request.params;
      const { tps, election } = formOf(account, request.params);
      const result = await decisions.confirm(account, tps, election, request.body as ConfirmRequest);
      const revision = book.revision(tps, election);
      if (result.outcome === 'stale') {
        const { status, message } = ERROR_CODES.CHANGED_MEANWHILE;
        const { changes } = result;
        return reply.code(status).send({ code: 'CHANGED_MEANWHILE', message, revision, changes });
      }
      if (result.outcome === 'inconsistent') {
        const { status, message } = ERROR_CODES.FIGURES_INCONSISTENT;
        const findings = result.findings.map(explained);
        return reply.code(status).send({ code: 'FIGURES_INCONSISTENT', message, findings });
      }
      const document = directory.documentProfile.findIndex((each) => each.type === type) + 1;
      const copy = `/salinan/${links.token({ kode, document, decision: result.event.revision })}`;
      return {
        kode,
        type,
        revision,
        status: statuses.status(tps, type),
        confirmation: confirmationOf(result.event),
        copy,
      };
    },
  );
}

function explained({ code, figures }: Finding): ReadingAnswer['findings'][number] {
  return { code, rule: VALIDATION_CODES[code].rule, figures };
}

function confirmationOf({ storedAt, account, body }: Confirmed): ConfirmAnswer['confirmation'] {
  const { corrected, despite } = body;
  return { at: storedAt, account, corrected: Object.keys(corrected), despite: despite as ValidationCode[] };
}
