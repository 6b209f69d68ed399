import type { Finding, Outcome } from './types.ts';

const OUTCOMES: Readonly<Record<Finding['code'], Outcome | null>> = {
  LOST: 'lost',
  ALTERED: 'altered',
  DUPLICATED: 'duplicated',
  UNACKNOWLEDGED: 'unacknowledged',
  STORED_UNACKNOWLEDGED: 'unacknowledged',
  NOT_ASKED: 'unacknowledged',
  UNEXPECTED: null,
  LOGIN_FAILED: null,
  PLENO_DIFFERS: null,
  PLENO_MISSING: null,
  LOGIN_GIVEN_UP: null,
  UNCONFIRMED: null,
};

/** A planned upload that is not safely stored. */
export interface FailedUpload {
  phase: string;
  tps: string;
  document: string;
  page: number;
  outcome: Outcome;
}

/** The planned upload a finding is about, or null where it is about something else. */
export function failedUploadOf({ code, phase, tps, document, page }: Finding): FailedUpload | null {
  const outcome = OUTCOMES[code];
  if (outcome === null || phase === null || tps === null || document === null || page === null) return null;
  return { phase, tps, document, page, outcome };
}
