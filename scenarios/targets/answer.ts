import type { RefinedResponse, ResponseType } from 'k6/http';
import type { ErrorClass } from '../journal-line.ts';
import type { Answer } from './target.ts';

/** k6's error code for a request that ran into its timeout. Source: k6 documentation, "Error codes". */
const K6_REQUEST_TIMEOUT = 1050;

/** Reads a k6 response in the journal's terms. */
export function answerOf(response: RefinedResponse<ResponseType | undefined>): Answer {
  const { timings } = response;
  return {
    status: response.status,
    // blocked lasts until a connection is there, its making included.
    durationMs: timings.blocked + timings.duration,
    errorClass: errorClassOf(response.status, response.error_code),
    errorCode: response.error_code ? `k6:${response.error_code}` : null,
  };
}

/** The error class of a status and k6 error code, null for success. */
export function errorClassOf(status: number, k6ErrorCode: number): ErrorClass | null {
  if (status === 0) return k6ErrorCode === K6_REQUEST_TIMEOUT ? 'timeout' : 'connection';
  if (status === 429) return 'rate-limited';
  if (status === 401 || status === 403) return 'unauthorised';
  if (status >= 500) return 'http-5xx';
  if (status >= 300) return 'http-4xx';
  // The status came, but the body broke off or could not be read.
  return k6ErrorCode ? 'connection' : null;
}

/** An answer that claims success without saying what the contract promises is a failure of its own. */
export function unless(promiseKept: boolean, answer: Answer): Answer {
  if (answer.errorClass !== null || promiseKept) return answer;
  return { ...answer, errorClass: 'bad-answer', errorCode: 'CONTRACT' };
}
