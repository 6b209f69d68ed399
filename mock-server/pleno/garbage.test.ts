import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ERROR_CODES } from '../contract/error-codes.ts';
import { call, TPS } from '../testing/test-server.ts';
import { ADMIN, KABKOTA, KECAMATAN, type PlenoServer, startPlenoServer } from './testing/pleno-server.ts';

/** Requests to a pleno that are almost right: never a 5xx, always one of the contract's answers. */
let server: PlenoServer;
beforeAll(async () => {
  server = await startPlenoServer();
  await server.ask('POST', `/pleno/${KECAMATAN}`, ADMIN);
});
afterAll(() => server.dispose());

const field = fc.oneof(
  fc.constantFrom(
    'votes.1',
    'sums.valid',
    'voters.usersDpt.male',
    'votes.9',
    '__proto__',
    'constructor',
    'toString',
  ),
  fc.string({ maxLength: 50 }),
);
const figure = fc.oneof(fc.nat(999), fc.integer(), fc.double(), fc.constantFrom(null, '1', true, [], {}));
const text = fc.oneof(fc.string({ maxLength: 600 }), fc.constant('Salah baca angka'), fc.constant(null));
const save = fc.oneof(
  fc.record(
    {
      revision: fc.oneof(fc.nat(4), fc.integer(), fc.constantFrom(null, '0')),
      figures: fc.oneof(fc.dictionary(field, figure, { maxKeys: 6 }), fc.constant([])),
      reason: text,
      reasons: fc.dictionary(field, text, { maxKeys: 3 }),
      more: fc.anything(),
    },
    { requiredKeys: ['revision'] },
  ),
  fc.jsonValue(),
);
const line = fc.oneof(
  fc.json(),
  fc.string({ maxLength: 40 }),
  fc
    .record({ kind: fc.constantFrom('pleno', 'tps', 'end'), tps: fc.anything(), forms: fc.anything() })
    .map((each) => JSON.stringify(each)),
);
const segment = fc.constantFrom(KECAMATAN, '167102', '999999', '1671', 'x', TPS, 'gubernur', '');
const request = fc.oneof(
  fc.record({
    method: fc.constant('PUT'),
    path: fc.tuple(segment, segment, segment).map(([a, b, c]) => `/pleno/${a}/tps/${b}/${c}`),
    body: save.map((each) => JSON.stringify(each)),
    type: fc.constant('application/json'),
  }),
  fc.record({
    method: fc.constant('PUT'),
    path: fc.constant(`/pleno/${KECAMATAN}/tps/${TPS}/gubernur`),
    body: save.map((each) => JSON.stringify(each)),
    type: fc.constant('application/json'),
  }),
  fc.record({
    method: fc.constant('POST'),
    path: segment.map((each) => `/pleno/${each}/import`),
    body: fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n')),
    type: fc.constantFrom('application/x-ndjson', 'text/plain'),
  }),
  fc.record({
    method: fc.constant('POST'),
    path: fc
      .constantFrom('finalise', 'reopen', 'publish', 'document')
      .map((act) => `/pleno/${KECAMATAN}/${act}`),
    body: fc.oneof(fc.json(), fc.constant('--b\r\n\r\n'), fc.constant('--b--')),
    type: fc.constantFrom('application/json', 'multipart/form-data; boundary=b'),
  }),
);

test('never a 5xx, always an answer of the contract', async () => {
  await fc.assert(
    fc.asyncProperty(
      request,
      fc.constantFrom(ADMIN, KABKOTA),
      async ({ method, path, body, type }, username) => {
        const headers = { authorization: `Bearer ${await server.token(username)}`, 'content-type': type };
        const answer = await call(`${server.url}/api/v1${path}`, { method, headers, body });
        expect(answer.status).toBeLessThan(500);
        if (answer.status < 400) return;
        expect(ERROR_CODES[answer.body.code as keyof typeof ERROR_CODES]?.status).toBe(answer.status);
      },
    ),
    { numRuns: 800 },
  );
  expect((await server.ask('GET', `/pleno/${KECAMATAN}/history`, KABKOTA)).status).toBe(200);
}, 120_000);
