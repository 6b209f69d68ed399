import type { IncomingMessage } from 'node:http';
import { ApiError } from '../contract/api-error.ts';
import { boundaryOf } from './parser.ts';

const WHOLE = Symbol('content type with its boundary');

type Request = IncomingMessage & { [WHOLE]?: string };

/**
 * Leaves `multipart/form-data` of a request's content type and keeps the whole of it beside; for requests on their way to fastify. It parses every
 * content type and remembers a hundred of them, as they are: with a boundary of its own each upload is a new one, 5 % of an upload's CPU.
 */
export function putBoundaryApart(request: Request): void {
  const { headers } = request;
  const type = headers['content-type'];
  if (!type?.startsWith('multipart/form-data;')) return;
  request[WHOLE] = type;
  headers['content-type'] = 'multipart/form-data';
}

/** The boundary that a request announces; null where it is not multipart/form-data or names none. */
export function announcedBoundary(request: Request): string | null {
  return boundaryOf(request[WHOLE] ?? request.headers['content-type']);
}

/** The same. @throws ApiError MEDIA_TYPE_UNSUPPORTED where there is none */
export function requireBoundary(request: Request): string {
  const boundary = announcedBoundary(request);
  if (boundary === null)
    throw new ApiError('MEDIA_TYPE_UNSUPPORTED', 'Wanted: multipart/form-data with a boundary.');
  return boundary;
}
