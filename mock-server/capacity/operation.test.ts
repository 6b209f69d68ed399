import type { FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import { operationOf } from './operation.ts';

test.each([
  ['POST', '/api/v1/login', 'login'],
  ['POST', '/api/v1/refresh', 'login'],
  ['POST', '/api/v1/logout', 'login'],
  ['GET', '/api/v1/tps', 'list'],
  ['HEAD', '/api/v1/tps/:kode/status', 'status'],
  ['POST', '/api/v1/activation', 'login'],
  ['POST', '/api/v1/sync', 'list'],
  ['POST', '/api/v1/sync/batch', 'upload'],
  ['GET', '/api/v1/tps/:kode/documents/:type/reading', 'read'],
  ['POST', '/api/v1/tps/:kode/documents/:type/confirm', 'upload'],
  ['GET', '/api/v1/uploads', 'read'],
  ['POST', '/api/v1/tps/:kode/documents/:type/pages/:page', 'upload'],
])('%s %s is served as %s', (method, url, operation) => {
  expect(operationOf({ method, routeOptions: { url, config: {} } } as unknown as FastifyRequest)).toBe(
    operation,
  );
});
