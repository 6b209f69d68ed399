import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { capacityOf } from '../capacity/testing/offer.ts';
import type { Capacity } from '../contract/capacity.ts';
import { call, startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.token(`kpps-${TPS}`);
});
afterEach(async () => {
  expect((await call(`${server.url}/simulator/capacity`, { method: 'DELETE' })).status).toBe(204);
});
afterAll(() => server.dispose());

const put = (body: unknown) =>
  call(`${server.url}/simulator/capacity`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const constant = (meanMs: number) => ({ distribution: 'constant', meanMs }) as const;
const limit = async (workers: number, meanMs: number, rest: Partial<Capacity> = {}) =>
  expect((await put(capacityOf(workers, constant(meanMs), rest))).status).toBe(204);
const list = () => server.get('/api/v1/tps', `kpps-${TPS}`);
const together = async (requests: number) => {
  const start = performance.now();
  const answers = await Promise.all(Array.from({ length: requests }, list));
  return { answers, seconds: (performance.now() - start) / 1000 };
};

test('serves workers / service time a second, and latency is what the queue makes it', async () => {
  await limit(4, 40);
  const { answers, seconds } = await together(60);
  expect(answers.map(({ status }) => status)).toEqual(Array(60).fill(200));
  // 60 requests at 4 / 40 ms = 100 a second.
  expect(seconds).toBeGreaterThan(0.6 - 0.01);
  expect(seconds).toBeLessThan(0.9);
});

test('beyond workers and queue: 503 with Retry-After, and the metrics say so', async () => {
  await limit(1, 300, { queue: 2, retryAfterSecond: 7 });
  const { answers } = await together(6);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 503, 503, 503]);
  const refused = answers.find(({ status }) => status === 503);
  expect(refused?.body.code).toBe('OVERLOADED');
  expect(refused?.headers.get('retry-after')).toBe('7');
  const metrics = (await server.get('/metrics')).body;
  expect(metrics).toContain('sirekap_capacity_refused_total{reason="full"} 3');
  expect(metrics).toContain('sirekap_capacity_workers 1');
});

test('the gauges show who waits and who is served; health and metrics do not queue', async () => {
  await limit(2, 300);
  const underWay = together(5);
  await setTimeout(150);
  const metrics = (await server.get('/metrics')).body;
  expect(metrics).toContain('sirekap_capacity_busy_workers 2');
  expect(metrics).toContain('sirekap_capacity_queue_requests 3');
  expect((await server.get('/healthz')).status).toBe(200);
  await underWay;
});

test('who waits longer than the queue’s timeout gets 504', async () => {
  await limit(1, 400, { queueTimeoutMs: 100 });
  const { answers } = await together(3);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 504, 504]);
  expect(answers.find(({ status }) => status === 504)?.body.code).toBe('QUEUE_TIMEOUT');
});

test('an operation takes its own time; one without a token too, for it is only found out in service', async () => {
  const capacity = capacityOf(1, constant(1));
  await put({ ...capacity, service: { ...capacity.service, status: constant(250) } });
  const timed = async (path: string) => {
    const start = performance.now();
    await call(server.url + path);
    return performance.now() - start;
  };
  expect(await timed('/api/v1/tps')).toBeLessThan(200);
  expect(await timed(`/api/v1/tps/${TPS}/status`)).toBeGreaterThan(240);
});

test('a connection beyond the limit is closed', async () => {
  const own = await startTestServer({ capacity: capacityOf(1, constant(1), { connections: 2 }) });
  const port = Number(new URL(own.url).port);
  const open = () => connect(port, '127.0.0.1');
  const first = [open(), open()];
  await setTimeout(100);
  const third = open();
  third.on('error', () => {});
  const closed = new Promise((resolve) => third.once('close', resolve));
  await closed;
  for (const socket of first) expect(socket.destroyed).toBe(false);
  for (const socket of first) socket.destroy();
  await setTimeout(50);
  expect((await own.get('/metrics')).body).toContain(
    'sirekap_capacity_refused_total{reason="connections"} 1',
  );
  await own.dispose();
});

test('it can be read, and is gone when it is deleted', async () => {
  const capacity = capacityOf(3, { distribution: 'lognormal', meanMs: 5, cv: 0.5 });
  await put(capacity);
  expect((await server.get('/simulator/capacity')).body).toEqual(capacity);
  await call(`${server.url}/simulator/capacity`, { method: 'DELETE' });
  expect((await server.get('/simulator/capacity')).body).toBeNull();
});

const good = capacityOf(1, constant(1));
test.each([
  {},
  { ...good, workers: 0 },
  { ...good, queue: -1 },
  { ...good, retryAfterSecond: 0 },
  { ...good, extra: 1 },
  { ...good, service: { ...good.service, login: { distribution: 'lognormal', meanMs: 1 } } },
  { ...good, service: { ...good.service, login: { distribution: 'uniform', meanMs: 1 } } },
])('a bad capacity is refused: %j', async (capacity) => {
  const answer = await put(capacity);
  expect([answer.status, answer.body.code]).toEqual([400, 'REQUEST_INVALID']);
});
