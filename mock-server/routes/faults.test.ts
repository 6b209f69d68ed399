import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { passwordOf } from '../testing/small-plan.ts';
import { call, startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.token(`kpps-${TPS}`);
});
afterEach(async () => {
  expect((await call(`${server.url}/simulator/faults`, { method: 'DELETE' })).status).toBe(204);
});
afterAll(() => server.dispose());

const put = (body: unknown) =>
  call(`${server.url}/simulator/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const play = async (fault: object) => {
  const answer = await put({
    startsAt: Date.now(),
    faults: [{ name: 'uji', startMs: 0, durationMs: 60_000, ...fault }],
  });
  expect(answer.status).toBe(204);
};
const list = () => server.get('/api/v1/tps', `kpps-${TPS}`);

test('an outage breaks connections to the API, and to nothing else', async () => {
  await play({ type: 'outage' });
  await expect(list()).rejects.toThrow();
  expect((await server.get('/healthz')).status).toBe(200);
  expect((await server.get('/metrics')).body).toContain('sirekap_faults_active{type="outage"} 1');
});

test('what was under way when an outage began is stored, its answer lost, and the repeat answered 200', async () => {
  await play({ type: 'slow', delayMs: 200 });
  const underWay = server.upload({ run: 'outage' });
  underWay.catch(() => {});
  await setTimeout(100);
  await play({ type: 'outage' });
  await expect(underWay).rejects.toThrow();
  await call(`${server.url}/simulator/faults`, { method: 'DELETE' });
  expect((await server.upload({ run: 'outage' })).status).toBe(200);
});

test('slow delays the answer', async () => {
  await play({ type: 'slow', delayMs: 150 });
  const start = performance.now();
  expect((await list()).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(140);
});

test('errors answer their share with 503', async () => {
  await play({ type: 'errors', share: 0.3 });
  const answers = [];
  for (let i = 0; i < 20; i++) answers.push(await list());
  const failed = answers.filter(({ status }) => status === 503);
  expect(failed).toHaveLength(6);
  expect(failed[0]?.body.code).toBe('FAULT_INJECTED');
});

test('a slow store delays the acknowledgement of an upload and nothing else', async () => {
  await play({ type: 'slow-store', delayMs: 200 });
  const timed = async (request: () => Promise<{ status: number }>) => {
    const start = performance.now();
    const { status } = await request();
    return { status, ms: performance.now() - start };
  };
  const upload = await timed(() => server.upload({ run: 'slow-store' }));
  expect(upload.status).toBe(201);
  expect(upload.ms).toBeGreaterThan(190);
  expect((await timed(list)).ms).toBeLessThan(150);
});

test('when the token store is lost, every token is refused until its account logs in again', async () => {
  const own = await startTestServer();
  const first = `kpps-${TPS}`;
  const list = (username: string) => own.get('/api/v1/tps', username);
  const old = [await own.token(first), await own.token('kota-1671')];
  const withToken = (token: string) =>
    call(`${own.url}/api/v1/tps`, { headers: { authorization: `Bearer ${token}` } });
  const lose = () =>
    call(`${own.url}/simulator/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        startsAt: Date.now(),
        faults: [{ name: 'uji', type: 'tokens-lost', startMs: 0, durationMs: 60_000 }],
      }),
    });
  // A second later the same login gives another token.
  await setTimeout(1000);
  await lose();
  for (const token of old) expect((await withToken(token)).body.code).toBe('TOKEN_INVALID');
  const again = await call(`${own.url}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: first, password: passwordOf(first) }),
  });
  expect((await withToken(again.body.token)).status).toBe(200);
  await call(`${own.url}/simulator/faults`, { method: 'DELETE' });
  expect((await list('kota-1671')).status).toBe(401);
  await lose();
  expect((await withToken(again.body.token)).status).toBe(401);
  await own.dispose();
});

test('dropped connections: before the request is handled nothing is stored, after it everything is', async () => {
  await play({ type: 'dropped', share: 1, when: 'request' });
  await expect(server.upload({ run: 'dropped-request' })).rejects.toThrow();
  await play({ type: 'dropped', share: 1, when: 'answer' });
  await expect(server.upload({ run: 'dropped-answer' })).rejects.toThrow();
  await play({ type: 'dropped', share: 1, when: 'mid-answer' });
  await expect(server.upload({ run: 'dropped-mid-answer' })).rejects.toThrow();
  await call(`${server.url}/simulator/faults`, { method: 'DELETE' });
  expect((await server.upload({ run: 'dropped-request' })).status).toBe(201);
  expect((await server.upload({ run: 'dropped-answer' })).status).toBe(200);
  expect((await server.upload({ run: 'dropped-mid-answer' })).status).toBe(200);
});

test('dropped connections hit their share', async () => {
  await play({ type: 'dropped', share: 0.25, when: 'answer' });
  const outcomes = [];
  for (let i = 0; i < 16; i++)
    outcomes.push(
      await list().then(
        () => 'answered',
        () => 'dropped',
      ),
    );
  expect(outcomes.filter((outcome) => outcome === 'dropped')).toHaveLength(4);
});

/** The raw bytes of an answer, and how its connection ended. */
const rawList = async () => {
  const token = await server.token(`kpps-${TPS}`);
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  const chunks: Buffer[] = [];
  let reset = false;
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => {
    reset = true;
  });
  socket.write(`GET /api/v1/tps HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n\r\n`);
  await new Promise((resolve) => socket.once('close', resolve));
  const [head = '', body = ''] = Buffer.concat(chunks).toString().split('\r\n\r\n');
  return { announced: Number(/content-length: (\d+)/i.exec(head)?.[1]), arrived: body.length, reset };
};

test.each([
  [{ type: 'partial', share: 1, how: 'short-body' }, false],
  [{ type: 'dropped', share: 1, when: 'mid-answer' }, true],
] as const)('%j: half of the announced bytes arrive, then the connection goes', async (fault, isReset) => {
  const whole = JSON.stringify((await list()).body).length;
  await play(fault);
  const { announced, arrived, reset } = await rawList();
  expect({ announced, arrived, reset }).toEqual({
    announced: whole,
    arrived: Math.floor(whole / 2),
    reset: isReset,
  });
});

test('half a JSON is whole HTTP', async () => {
  const token = await server.token(`kpps-${TPS}`);
  const whole = JSON.stringify((await list()).body);
  await play({ type: 'partial', share: 1, how: 'half-json' });
  const answer = await fetch(`${server.url}/api/v1/tps`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(whole.slice(0, Math.floor(whole.length / 2)));
});

test('a timeline without a start begins with the next request to the API', async () => {
  const fault = { name: 'uji', type: 'errors', share: 1, startMs: 150, durationMs: 60_000 };
  expect((await put({ startsAt: null, faults: [fault] })).status).toBe(204);
  await setTimeout(200);
  expect((await list()).status).toBe(200);
  await setTimeout(200);
  expect((await list()).status).toBe(503);
});

test('a timeline of the past or the future does nothing now', async () => {
  const fault = { name: 'uji', type: 'outage', startMs: 0, durationMs: 1000 };
  await put({ startsAt: Date.now() - 5000, faults: [fault] });
  expect((await list()).status).toBe(200);
  await put({ startsAt: Date.now() + 5000, faults: [fault] });
  expect((await list()).status).toBe(200);
});

test.each([
  {},
  { startsAt: 'now', faults: [] },
  { startsAt: 0, faults: [{ name: 'a', type: 'fire', startMs: 0, durationMs: 1 }] },
  { startsAt: 0, faults: [{ name: 'a', type: 'slow', startMs: 0, durationMs: 1 }] },
  { startsAt: 0, faults: [{ name: 'a', type: 'errors', startMs: 0, durationMs: 1, share: 1.5 }] },
  { startsAt: 0, faults: [{ name: 'a', type: 'slow-store', startMs: 0, durationMs: 1 }] },
  {
    startsAt: 0,
    faults: [{ name: 'a', type: 'dropped', startMs: 0, durationMs: 1, share: 1, when: 'never' }],
  },
  { startsAt: 0, faults: [{ name: 'a', type: 'partial', startMs: 0, durationMs: 1, share: 1 }] },
  { startsAt: 0, faults: [{ name: 'a', type: 'outage', startMs: 0, durationMs: 0 }] },
  {
    startsAt: 0,
    faults: Array.from({ length: 101 }, () => ({ name: 'a', type: 'outage', startMs: 0, durationMs: 1 })),
  },
])('a bad timeline is refused: %j', async (timeline) => {
  const answer = await put(timeline);
  expect([answer.status, answer.body.code]).toEqual([400, 'REQUEST_INVALID']);
});
