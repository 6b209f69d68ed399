import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../contract/api-error.ts';
import { ERROR_CODES, type ErrorCode } from '../contract/error-codes.ts';

/** Errors of fastify, by their code, as the contract names them. */
const FRAMEWORK_ERRORS: Record<string, ErrorCode> = {
  FST_ERR_VALIDATION: 'REQUEST_INVALID',
  FST_ERR_BAD_URL: 'URL_MALFORMED',
  FST_ERR_MAX_PARAM_LENGTH: 'URL_TOO_LONG',
  FST_ERR_CTP_INVALID_JSON_BODY: 'JSON_MALFORMED',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'JSON_MALFORMED',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_UNSUPPORTED',
};

/** The contract's error for anything thrown; null for a defect of ours. */
export function toApiError(error: FastifyError | ApiError): ApiError | null {
  if (error instanceof ApiError) return error;
  const code = FRAMEWORK_ERRORS[error.code];
  if (code === 'REQUEST_INVALID') return new ApiError(code, error.message);
  if (code !== undefined) return new ApiError(code);
  if (error instanceof SyntaxError) return new ApiError('JSON_MALFORMED');
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? new ApiError('REQUEST_INVALID') : null;
}

/** The one place that answers errors. A defect is logged; its message never leaves the server. */
export function answerError(
  error: FastifyError | ApiError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const known = toApiError(error);
  if (!known) request.log.error({ err: error }, 'defect while answering');
  const { code, message, statusCode, more } = known ?? new ApiError('INTERNAL');
  reply
    .code(statusCode)
    .type('application/json; charset=utf-8')
    .send({ code, message, ...more });
}

/** The answer to a path that does not exist. */
export function answerUnknownRoute(_request: FastifyRequest, reply: FastifyReply): void {
  const { status, message } = ERROR_CODES.ROUTE_UNKNOWN;
  reply.code(status).send({ code: 'ROUTE_UNKNOWN', message });
}
