import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from './server.ts';
import { jpeg } from './testing/jpeg.ts';
import { writeSmallPlan } from './testing/small-plan.ts';
import { call, startTestServer, type TestServer, TPS } from './testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.dispose());

test('says what it is, and with which plan', async () => {
  const { body } = await server.get('/healthz');
  expect(body).toEqual({
    status: 'ok',
    software: 'sirekap-uji-beban mock 0.1.0',
    simulator: true,
    lies: [],
    plan: expect.stringMatching(/^[0-9a-f]{64}$/),
    store: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
});

test('a port that is taken, a host that is not loopback, a plan that is not there', async () => {
  const options = {
    planDir: join(server.folder, 'plan'),
    storePath: join(server.folder, 'b.sqlite'),
    port: 0,
  };
  const port = Number(new URL(server.url).port);
  await expect(startServer({ ...options, port })).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    message: expect.stringContaining(String(port)),
    remedy: expect.stringContaining('--port'),
  });
  await expect(startServer({ ...options, host: '0.0.0.0' as '127.0.0.1' })).rejects.toMatchObject({
    code: 'USAGE',
  });
  await expect(startServer({ ...options, planDir: '/nowhere' })).rejects.toMatchObject({
    code: 'PLAN_NOT_FOUND',
  });
  await expect(startServer({ ...options, storePath: '/proc/none/b.sqlite' })).rejects.toMatchObject({
    code: 'NOT_WRITABLE',
  });
});

test('uploads, progress and tokens outlive a restart on the same store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'uji-beban-mock-'));
  const planDir = join(folder, 'plan');
  await writeSmallPlan(planDir);
  const options = { planDir, storePath: join(folder, 's.sqlite') };
  const first = await startTestServer(options);
  const token = await first.token(`kpps-${TPS}`);
  await first.upload();
  await first.close();
  const second = await startTestServer(options);
  const { status, body } = await call(`${second.url}/api/v1/tps`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(status).toBe(200);
  expect(body.tps[0].documents[0]).toMatchObject({ stored: true });
  expect((await second.upload()).status).toBe(200);
  await Promise.all([first.dispose(), second.dispose()]);
  await rm(folder, { recursive: true });
});

test('a full disk is 507 over HTTP; reads and repeats go on', async () => {
  const small = await startTestServer({ storeMaxPages: 12 });
  let run = 0;
  let answer = await small.upload({ run: `r${run}` });
  while (answer.status === 201 && run < 500) answer = await small.upload({ run: `r${++run}` });
  expect([answer.status, answer.body.code]).toEqual([507, 'STORE_FULL']);
  expect((await small.upload({ run: 'r0' })).status).toBe(200);
  expect((await small.get(`/api/v1/tps/${TPS}/status`, `kpps-${TPS}`)).body.documents[0].uploads).toBe(run);
  await small.dispose();
});

test('known paths answer 405 with Allow to other methods, unknown paths 404', async () => {
  for (const [path, allow] of [
    ['/api/v1/login', 'POST'],
    ['/api/v1/logout', 'POST'],
    ['/api/v1/tps', 'GET, HEAD'],
    ['/simulator/faults', 'PUT, DELETE'],
  ]) {
    const answer = await call(server.url + path, { method: 'PATCH', body: 'x' });
    expect([answer.status, answer.body.code, answer.headers.get('allow')]).toEqual([
      405,
      'METHOD_NOT_ALLOWED',
      allow,
    ]);
  }
  for (const path of ['/', '/api/v1', '/api/v1/nope', '/api/v2/login']) {
    expect((await server.get(path)).body.code).toBe('ROUTE_UNKNOWN');
  }
});

/** What the server says to bytes that are not quite HTTP. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.end(bytes, 'latin1');
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer;
}

test.each([
  ['no HTTP', 'HELO\r\n\r\n', '400 Bad Request', 'REQUEST_INVALID'],
  ['an endless URL', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, '431 ', 'HEADERS_TOO_LARGE'],
  [
    'a URL of bad escapes',
    'GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    '400 ',
    'URL_MALFORMED',
  ],
  [
    'a body shorter than announced',
    'POST /api/v1/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{}',
    '400 ',
    'REQUEST_INVALID',
  ],
])('%s gets a 4xx with a code', async (_name, bytes, status, code) => {
  const answer = await raw(bytes);
  expect(answer).toContain(`HTTP/1.1 ${status}`);
  expect(answer).toContain(`"code":"${code}"`);
});

test('errors never carry a stack', async () => {
  const answer = await server.upload({ photo: jpeg(), key: 'x' });
  expect(Object.keys(answer.body).sort()).toEqual(['code', 'message']);
});
