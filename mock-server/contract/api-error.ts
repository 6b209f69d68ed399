import { ERROR_CODES, type ErrorCode } from './error-codes.ts';

/** An answer of the contract's error table, thrown by routes and plugins and rendered by the one error handler. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly statusCode: number;
  /** Fields that stand in the answer beside code and message. */
  readonly more: Readonly<Record<string, unknown>>;

  /**
   * @param detail what exactly is wrong in this request, added to the table's message
   * @param more what a program needs to go on, as the route's schema of that status has it
   */
  constructor(code: ErrorCode, detail?: string, more: Readonly<Record<string, unknown>> = {}) {
    super(detail === undefined ? ERROR_CODES[code].message : `${ERROR_CODES[code].message} ${detail}`);
    this.name = 'ApiError';
    this.code = code;
    this.statusCode = ERROR_CODES[code].status;
    this.more = more;
  }
}
