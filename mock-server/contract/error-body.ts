import { type Static, Type } from 'typebox';
import { ERROR_CODES, type ErrorCode } from './error-codes.ts';

export const ErrorBody = Type.Object(
  { code: Type.String(), message: Type.String() },
  { additionalProperties: false, description: 'The code is stable; the message is for people.' },
);
export type ErrorBody = Static<typeof ErrorBody>;

/** Codes of every route: what a request can meet before its route is known, or by a defect. */
const ANY_REQUEST_ERRORS: readonly ErrorCode[] = [
  'REQUEST_INVALID',
  'URL_MALFORMED',
  'URL_TOO_LONG',
  'HEADERS_TOO_LARGE',
  'REQUEST_TIMEOUT',
  'INTERNAL',
];

/**
 * The error answers of a route for its `schema.response`, one entry a status, each naming its codes.
 * Codes that any request can meet are added.
 */
export function errorResponses(...codes: ErrorCode[]): Record<number, typeof ErrorBody> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set([...codes, ...ANY_REQUEST_ERRORS])) {
    const status = ERROR_CODES[code].status;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries([...byStatus].map(([status, these]) => [status, documented(these)]));
}

/** Names the codes of one status, and shows the first of them as it is answered. */
function documented(codes: ErrorCode[]): typeof ErrorBody {
  const examples = codes.slice(0, 1).map((code) => ({ code, message: ERROR_CODES[code].message }));
  const said = { description: codes.join(', '), examples };
  return { ...ErrorBody, ...said };
}

/** Codes of every route below /api/v1: what faults, capacity and rate limits answer. */
export const WEAKNESS_ERRORS = [
  'FAULT_INJECTED',
  'OVERLOADED',
  'QUEUE_TIMEOUT',
  'RATE_LIMITED',
] as const satisfies ErrorCode[];

/** Codes of every route that wants a token of a living session, whatever its role. */
export const SESSION_ERRORS = [
  'TOKEN_MISSING',
  'TOKEN_INVALID',
  'TOKEN_EXPIRED',
  'SESSION_ENDED',
  'SESSION_TAKEN',
  ...WEAKNESS_ERRORS,
] as const satisfies ErrorCode[];

/** Codes of every route that wants a token and a right. */
export const TOKEN_ERRORS = [...SESSION_ERRORS, 'ROLE_FORBIDDEN'] as const satisfies ErrorCode[];
