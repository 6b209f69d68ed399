/** Every error the API can answer with: its code, its HTTP status, and what it says. The one home of all three. */
export const ERROR_CODES = {
  REQUEST_INVALID: { status: 400, message: 'The request does not match the contract.' },
  JSON_MALFORMED: { status: 400, message: 'The body is not valid JSON.' },
  URL_MALFORMED: { status: 400, message: 'The URL cannot be decoded.' },
  MULTIPART_MALFORMED: { status: 400, message: 'The multipart body is broken or ended too early.' },
  PHOTO_MISSING: { status: 400, message: 'The multipart body has no file part named "photo".' },
  TOO_MANY_PARTS: {
    status: 400,
    message: 'The multipart body must hold exactly one part, the file "photo".',
  },
  KEY_MISSING: { status: 400, message: 'The header Idempotency-Key is missing.' },
  KEY_MALFORMED: {
    status: 400,
    message: 'The Idempotency-Key is not of the form <run>.<take>.<tps>.<document>.<page>.',
  },
  KEY_MISMATCH: {
    status: 400,
    message: 'The Idempotency-Key names another TPS, document or page than the path.',
  },
  DIGEST_MALFORMED: { status: 400, message: 'X-Content-SHA256 is not a SHA-256 in hex (64 digits).' },
  LOGIN_REJECTED: { status: 401, message: 'Username or password is wrong.' },
  TOKEN_MISSING: { status: 401, message: 'The header Authorization with a Bearer token is missing.' },
  TOKEN_INVALID: { status: 401, message: 'The token is not one of ours; log in again.' },
  TOKEN_EXPIRED: { status: 401, message: 'The token has expired; log in again.' },
  SESSION_ENDED: {
    status: 401,
    message: 'The session was ended, by logout or for its safety; log in again.',
  },
  SESSION_TAKEN: {
    status: 401,
    message: 'user telah login di 2 komputer: another device has taken this session over.',
  },
  REFRESH_REUSED: {
    status: 401,
    message: 'The refresh token was used before, so the session is ended; log in again.',
  },
  TPS_NOT_YOURS: { status: 403, message: 'This account does not reach that TPS.' },
  ROLE_FORBIDDEN: { status: 403, message: 'The role of this account may not do this.' },
  ROUTE_UNKNOWN: { status: 404, message: 'There is no such path.' },
  TPS_UNKNOWN: { status: 404, message: 'The plan has no such TPS.' },
  DOCUMENT_UNKNOWN: { status: 404, message: 'This TPS has no such document.' },
  PAGE_UNKNOWN: { status: 404, message: 'This document has no such page.' },
  METHOD_NOT_ALLOWED: { status: 405, message: 'This path does not answer to that method.' },
  REQUEST_TIMEOUT: { status: 408, message: 'The request did not arrive in time.' },
  CHANGED_MEANWHILE: { status: 409, message: 'Somebody else has changed it meanwhile; read it again.' },
  ALREADY_LOGGED_IN: {
    status: 409,
    message:
      'user telah login di 2 komputer: log out on the other device first, or log in with "takeOver": true.',
  },
  KEY_REUSED: { status: 409, message: 'The Idempotency-Key was used for other bytes.' },
  PHOTO_TOO_LARGE: { status: 413, message: 'The photo is larger than the limit.' },
  BODY_TOO_LARGE: { status: 413, message: 'The body is larger than the limit.' },
  URL_TOO_LONG: { status: 414, message: 'The URL is too long.' },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    message: 'The body has another content type than the contract says.',
  },
  NOT_A_JPEG: { status: 415, message: 'The photo is not a whole JPEG (FF D8 … FF D9).' },
  DIGEST_MISMATCH: { status: 422, message: 'The photo that arrived has another SHA-256 than announced.' },
  ACCOUNT_LOCKED: {
    status: 423,
    message: 'Too many wrong passwords; no login until Retry-After has passed.',
  },
  RATE_LIMITED: { status: 429, message: 'Too many requests; Retry-After says when to go on.' },
  HEADERS_TOO_LARGE: { status: 431, message: 'The headers of the request are too large.' },
  INTERNAL: { status: 500, message: 'A defect of this server; its log says more.' },
  FAULT_INJECTED: { status: 503, message: 'A fault of the timeline: the simulator fails on purpose.' },
  STORE_FAILED: { status: 503, message: 'The store cannot be used at the moment; nothing was acknowledged.' },
  OVERLOADED: { status: 503, message: 'Every worker is busy and the queue is full; try again later.' },
  QUEUE_TIMEOUT: { status: 504, message: 'The request waited too long for a worker.' },
  STORE_FULL: {
    status: 507,
    message: 'The store is full; nothing was stored, everything acknowledged stays.',
  },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;
