import type { FastifyRequest } from 'fastify';
import type { Operation } from '../contract/capacity.ts';

/** Which operation of the capacity model a request is, by its route: a route it does not know is a read or a write. */
export function operationOf({ method, routeOptions: { url = '', config } }: FastifyRequest): Operation {
  if (method === 'GET' || method === 'HEAD') {
    if (url.endsWith('/tps')) return 'list';
    return url.endsWith('/status') ? 'status' : 'read';
  }
  if (url.endsWith('/sync')) return 'list';
  const isUpload = (config as { upload?: boolean }).upload === true;
  return !isUpload && /\/(login|refresh|logout|activation)$/.test(url) ? 'login' : 'upload';
}
