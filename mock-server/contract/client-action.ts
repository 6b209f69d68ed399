import { ERROR_CODES, type ErrorCode } from './error-codes.ts';

/** What a client does about an error. */
export const CLIENT_ACTIONS = {
  retry:
    'The same request, later: after `Retry-After` where the answer has one, otherwise with growing waits, a bounded number of times.',
  'log in again': 'Get a new token, then send the same request.',
  correct: 'Another request: this one will be refused each time.',
  'give up': 'Tell a person: no request of this client can change it.',
} as const;
export type ClientAction = keyof typeof CLIENT_ACTIONS;

/** Codes whose status does not say what to do, or not all of it. */
const EXCEPTIONS: Partial<Record<ErrorCode, { action: ClientAction; how?: string }>> = {
  LOGIN_REJECTED: { action: 'correct' },
  TOKEN_EXPIRED: { action: 'log in again', how: 'a refresh token does it without the password, once' },
  TOKEN_INVALID: { action: 'log in again' },
  SESSION_TAKEN: { action: 'give up', how: 'somebody works on another device; `takeOver` ejects them' },
  ALREADY_LOGGED_IN: { action: 'correct', how: 'log out there, or send `takeOver`' },
  ACCOUNT_LOCKED: { action: 'retry', how: 'the right password is refused too until then' },
  ACCOUNT_NOT_ACTIVATED: { action: 'correct', how: 'activate the account, then log in' },
  ALREADY_ACTIVATED: { action: 'give up' },
  CHANGED_MEANWHILE: { action: 'correct', how: 'read it again, compare, and send what is right now' },
  READING_PENDING: { action: 'retry', how: 'after a few seconds' },
  BATCH_TOO_LARGE: { action: 'correct', how: 'ask /api/v1/sync what is missing, and send less at once' },
  DIGEST_MISMATCH: { action: 'retry', how: 'the bytes changed on their way' },
  MULTIPART_MALFORMED: {
    action: 'retry',
    how: 'the body broke off on its way; a client that always meets it builds it wrongly',
  },
  PLENO_NOT_OPEN: { action: 'correct', how: 'open the pleno first' },
  D_HASIL_MISSING: { action: 'correct', how: 'upload the PDF first' },
  PLENO_FINALISED: { action: 'give up', how: 'the admin of the kab/kota can reopen the pleno' },
  PLENO_PUBLISHED: { action: 'give up', how: 'the admin of the kab/kota can reopen the pleno' },
  KEY_REUSED: { action: 'correct', how: 'another take has a key of its own' },
  ROUTE_UNKNOWN: { action: 'give up' },
  INTERNAL: { action: 'retry', how: 'and report it' },
  STORE_FULL: { action: 'retry', how: 'once the operator has made room' },
};

/** What a client does about a code: by its status, as HTTP means it, unless the code says more. */
export function clientActionOf(code: ErrorCode): { action: ClientAction; how?: string } {
  return EXCEPTIONS[code] ?? { action: actionOfStatus(ERROR_CODES[code].status) };
}

function actionOfStatus(status: number): ClientAction {
  if (status === 401) return 'log in again';
  if (status === 403) return 'give up';
  return status === 408 || status === 429 || status >= 500 ? 'retry' : 'correct';
}
