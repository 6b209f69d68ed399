import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ERROR_CODES } from '../contract/error-codes.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
// biome-ignore lint/suspicious/noExplicitAny: a document of any shape
let document: any;
beforeAll(async () => {
  server = await startTestServer();
  document = (await server.get('/openapi.json')).body;
});
afterAll(() => server.dispose());

const AREAS = ['', '/{PP}', '/{PP}/{PPKK}', '/{PP}/{PPKK}/{PPKKCC}', '/{PP}/{PPKK}/{PPKKCC}/{kel10}'];
const PUBLIC_FILES = [
  ...AREAS.map((area) => `/pilkada/hhcw/{type}${area}.json`),
  '/pilkada/hhcw/{type}/{PP}/{PPKK}/{PPKKCC}/{kel10}/{tps13}.json',
  '/pilkada/dhasil/{type}/{PP}/{PPKK}.json',
  '/pilkada/dhasil/{type}/{PP}/{PPKK}/{PPKKCC}.json',
  '/pilkada/paslon/{type}.json',
  ...AREAS.map((area) => `/wilayah/pilkada/{type}${area || '/0'}.json`),
];

// biome-ignore lint/suspicious/noExplicitAny: a document of any shape
const operations = (): any[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as object).map(([method, operation]) => ({ path, method, ...operation })),
  );

test('is OpenAPI 3.1 and has every route of the contract', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(
    operations()
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  ).toEqual(
    [
      'delete /simulator/capacity',
      'delete /simulator/faults',
      'get /api/v1/pleno/{kecamatan}',
      'get /api/v1/pleno/{kecamatan}/history',
      'get /api/v1/pleno/{kecamatan}/tps',
      'get /api/v1/pleno/{kecamatan}/tps/{kode}/{election}',
      'get /api/v1/sums/{code}',
      'get /api/v1/tps',
      'get /api/v1/tps/{kode}/documents/{type}/history',
      'get /api/v1/tps/{kode}/documents/{type}/reading',
      'get /api/v1/tps/{kode}/status',
      'get /api/v1/uploads',
      'get /healthz',
      'get /metrics',
      'get /openapi.json',
      'get /salinan/{token}',
      'get /simulator/capacity',
      'get /simulator/lies',
      ...PUBLIC_FILES.map((path) => `get ${path}`),
      'post /api/v1/activation',
      'post /api/v1/login',
      'post /api/v1/pleno/{kecamatan}',
      'post /api/v1/pleno/{kecamatan}/document',
      'post /api/v1/pleno/{kecamatan}/finalise',
      'post /api/v1/pleno/{kecamatan}/import',
      'post /api/v1/pleno/{kecamatan}/publish',
      'post /api/v1/pleno/{kecamatan}/reopen',
      'put /api/v1/pleno/{kecamatan}/tps/{kode}/{election}',
      'post /api/v1/logout',
      'post /api/v1/refresh',
      'post /api/v1/sync',
      'post /api/v1/sync/batch',
      'post /api/v1/tps/{kode}/documents/{type}/confirm',
      'post /api/v1/tps/{kode}/documents/{type}/pages/{page}',
      'put /simulator/capacity',
      'put /simulator/faults',
    ].sort(),
  );
});

test('each operation says what it does, each path parameter is declared, each schema compiles', () => {
  const ajv = new Ajv2020({ strict: false });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  for (const { path, summary, responses, parameters = [], requestBody } of operations()) {
    expect(summary).toEqual(expect.any(String));
    const declared = parameters.filter((each: { in: string }) => each.in === 'path');
    expect(declared.map(({ name }: { name: string }) => name)).toEqual(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    );
    const contents = [...Object.values(responses), ...(requestBody ? [requestBody] : [])];
    for (const { content } of contents as { content?: Record<string, { schema: object }> }[])
      for (const { schema } of Object.values(content ?? {})) ajv.compile(schema);
    for (const { schema } of parameters) ajv.compile(schema);
  }
});

test('the upload names its body, its headers, its token, and every code it may answer', () => {
  const upload = document.paths['/api/v1/tps/{kode}/documents/{type}/pages/{page}'].post;
  expect(Object.keys(upload.requestBody.content)).toEqual(['multipart/form-data']);
  expect(upload.parameters.filter((each: { in: string }) => each.in === 'header')).toMatchObject([
    { name: 'Idempotency-Key', required: true },
    { name: 'X-Content-SHA256', required: false },
  ]);
  expect(upload.security).toEqual([{ bearer: [] }]);
  expect(upload.description).toContain('not its bytes');
  expect(upload.responses['507'].description).toContain('STORE_FULL');
  for (const status of Object.keys(upload.responses).filter((each) => Number(each) >= 400)) {
    for (const code of upload.responses[status].description.split(', '))
      expect(ERROR_CODES[code as keyof typeof ERROR_CODES].status).toBe(Number(status));
  }
});
