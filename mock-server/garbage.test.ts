import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ERROR_CODES } from './contract/error-codes.ts';
import { startTestServer, type TestServer, TPS } from './testing/test-server.ts';

/** Requests of garbage, some of it almost right: the answer is never a 5xx, and always one of the contract's errors. */
let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  token = await server.token(`kpps-${TPS}`);
});
afterAll(() => server.dispose());

const segment = fc.oneof(
  fc.constantFrom(
    'api',
    'v1',
    'tps',
    TPS,
    'documents',
    'c-hasil-gubernur',
    'pages',
    '1',
    'status',
    'uploads',
    'login',
    '..',
  ),
  fc.string({ maxLength: 20 }).map(encodeURIComponent),
  fc.constantFrom('%00', '%', '%ff', '1'.repeat(150)),
);
const path = fc.oneof(
  fc.constantFrom(
    '/api/v1/login',
    '/api/v1/refresh',
    '/api/v1/tps',
    `/api/v1/tps/${TPS}/documents/c-hasil-gubernur/pages/1`,
    '/simulator/faults',
    '/api/v1/uploads?run=a',
  ),
  fc.array(segment, { maxLength: 8 }).map((segments) => `/${segments.join('/')}`),
  fc.array(segment, { maxLength: 3 }).map((segments) => `/api/v1/tps?${segments.join('&')}`),
);
const headerText = fc.stringMatching(/^[ -~]{0,60}$/);
const headers = fc.record(
  {
    authorization: fc.oneof(headerText, fc.constant('valid')),
    'content-type': fc.oneof(
      headerText,
      fc.constantFrom(
        'application/json',
        'multipart/form-data; boundary=b',
        'multipart/form-data',
        'text/plain',
      ),
    ),
    'idempotency-key': fc.oneof(headerText, fc.constant(`g.round-1.${TPS}.c-hasil-gubernur.1`)),
    'x-content-sha256': headerText,
    accept: headerText,
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  fc.constant(null),
  fc.json(),
  fc.string(),
  fc.constantFrom(
    '--b\r\nContent-Disposition: form-data; name="photo"; filename="a"\r\n\r\nx\r\n--b--',
    '--b--',
    '--b\r\n\r\n',
  ),
);
const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD');

test('never a 5xx, always a code of the table', async () => {
  await fc.assert(
    fc.asyncProperty(method, path, headers, body, async (method, path, headers, body) => {
      const authorization = headers.authorization === 'valid' ? `Bearer ${token}` : headers.authorization;
      const answer = await fetch(server.url + path, {
        method,
        headers: { ...headers, ...(authorization !== undefined && { authorization }) } as Record<
          string,
          string
        >,
        ...(body !== null && !['GET', 'HEAD'].includes(method) && { body }),
      });
      const text = await answer.text();
      expect(answer.status).toBeLessThan(500);
      if (answer.status < 400 || method === 'HEAD') return;
      const { code } = JSON.parse(text) as { code: keyof typeof ERROR_CODES };
      expect(ERROR_CODES[code]?.status).toBe(answer.status);
    }),
    { numRuns: 1500 },
  );
  expect((await server.get('/healthz')).status).toBe(200);
});
