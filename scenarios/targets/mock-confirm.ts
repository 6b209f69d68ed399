import http, { type Params } from 'k6/http';
import { unless } from './answer.ts';
import { bearer, bearerJson, type Json, read } from './mock-body.ts';
import type { ConfirmAnswer, ConfirmPart, ReadingAnswer } from './target.ts';

/** How the mock calls what keeps a form from being confirmed. */
const REFUSALS: Record<string, NonNullable<ConfirmAnswer['outcome']>> = {
  CHANGED_MEANWHILE: 'changed',
  READING_PENDING: 'pending',
  PAGES_MISSING: 'incomplete',
  SHEET_WRONG: 'wrong-sheet',
  FIGURES_INCONSISTENT: 'inconsistent',
};

/** What the contract says to the KPPS is no failed request. */
const SETTLED = http.expectedStatuses({ min: 200, max: 399 }, 409, 422);

const FORM_STATES: readonly unknown[] = ['incomplete', 'pending', 'read', 'unreadable'];

/**
 * Comparing and confirming at the mock.
 * @param params k6's parameters of a request with this name and these headers
 */
export function mockConfirm(
  api: string,
  params: (name: string, headers: Record<string, string>) => Params,
): ConfirmPart {
  return {
    reading(token, { tps, document }): ReadingAnswer {
      const url = `${api}/tps/${tps}/documents/${document}/reading`;
      const { answer, body } = read(http.get(url, params('reading', bearer(token))));
      const pages = Array.isArray(body.pages) ? (body.pages as Json[]) : [];
      const figures = Array.isArray(body.figures) ? (body.figures as Json[]) : [];
      const kept =
        body.kode === tps &&
        body.type === document &&
        FORM_STATES.includes(body.state) &&
        typeof body.revision === 'number' &&
        figures.length > 0;
      const checked = unless(kept, answer);
      const wrong = pages.some(({ state }) => state === 'wrong-sheet');
      return {
        ...checked,
        outcome:
          checked.errorClass !== null
            ? null
            : wrong
              ? 'wrong-sheet'
              : (body.state as ReadingAnswer['outcome']),
        revision: typeof body.revision === 'number' ? body.revision : null,
        figures: Object.fromEntries(figures.map(({ id, read: seen }) => [String(id), numberOf(seen)])),
      };
    },

    confirm(token, { tps, document }, { revision, figures, despite }): ConfirmAnswer {
      const response = http.post(
        `${api}/tps/${tps}/documents/${document}/confirm`,
        JSON.stringify({ revision, figures, ...(despite.length > 0 && { despite }) }),
        {
          ...params('confirm', bearerJson(token)),
          responseCallback: SETTLED,
        },
      );
      const { answer, body } = read(response);
      const refusal = answer.errorClass === 'http-4xx' ? REFUSALS[answer.errorCode ?? ''] : undefined;
      if (refusal !== undefined) {
        const findings = Array.isArray(body.findings) ? (body.findings as Json[]) : [];
        const codes = findings.map(({ code }) => String(code));
        const told = refusal !== 'inconsistent' || codes.length > 0;
        const checked = unless(told, { ...answer, errorClass: null, errorCode: null });
        return { ...checked, outcome: told ? refusal : null, findings: codes };
      }
      const { corrected, despite: named } = (body.confirmation ?? {}) as Json;
      const kept =
        body.kode === tps &&
        body.type === document &&
        sameNames(corrected, Object.keys(figures)) &&
        sameNames(named, despite);
      const checked = unless(kept, answer);
      return { ...checked, outcome: checked.errorClass === null ? 'confirmed' : null, findings: [] };
    },
  };
}

/** Whether a list in an answer holds exactly these names, in any order. */
function sameNames(value: unknown, names: readonly string[]): boolean {
  return Array.isArray(value) && value.length === names.length && names.every((name) => value.includes(name));
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
