import { ERROR_CODES, type ErrorCode } from './error-codes.ts';

/** An answer of the contract's error table, thrown by routes and plugins and rendered by the one error handler. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly statusCode: number;

  /** @param detail what exactly is wrong in this request, added to the table's message */
  constructor(code: ErrorCode, detail?: string) {
    super(detail === undefined ? ERROR_CODES[code].message : `${ERROR_CODES[code].message} ${detail}`);
    this.name = 'ApiError';
    this.code = code;
    this.statusCode = ERROR_CODES[code].status;
  }
}
