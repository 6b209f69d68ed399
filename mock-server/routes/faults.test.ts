import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
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
  { startsAt: 0, faults: [{ name: 'a', type: 'outage', startMs: 0, durationMs: 0 }] },
  {
    startsAt: 0,
    faults: Array.from({ length: 101 }, () => ({ name: 'a', type: 'outage', startMs: 0, durationMs: 1 })),
  },
])('a bad timeline is refused: %j', async (timeline) => {
  const answer = await put(timeline);
  expect([answer.status, answer.body.code]).toEqual([400, 'REQUEST_INVALID']);
});
