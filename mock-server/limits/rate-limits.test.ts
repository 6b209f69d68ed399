import { setTimeout } from 'node:timers/promises';
import fastify from 'fastify';
import { afterEach, expect, test } from 'vitest';
import type { App } from '../app-types.ts';
import { answerError } from '../http/error-handler.ts';
import { accountCalls, outcome } from '../testing/account-calls.ts';
import { startTestServer, type TestServer, TPS } from '../testing/test-server.ts';
import { createLimiters } from './rate-limits.ts';

const KPPS = `kpps-${TPS}`;

let server: TestServer | undefined;
afterEach(async () => {
  await server?.dispose();
  server = undefined;
});

async function serve(perAccount: number | null, perAddress: number | null) {
  server = await startTestServer({ accounts: { rateLimits: { perAccount, perAddress } } });
  return { ...accountCalls(server.url), server };
}

test('an account that asks too often is told when to go on; other accounts are not', async () => {
  const { login, use, server } = await serve(5, null);
  const { token } = (await login(KPPS)).body;
  for (let i = 0; i < 5; i++) expect(await use(token)).toEqual([200, undefined]);
  const refused = await server.get('/api/v1/tps', KPPS);
  expect(outcome(refused)).toEqual([429, 'RATE_LIMITED']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  expect(outcome(await server.upload())).toEqual([429, 'RATE_LIMITED']);
  expect((await server.get('/api/v1/tps', 'pps-1671011001')).status).toBe(200);
});

test('logins of an account are counted too, each name for itself', async () => {
  const { login } = await serve(3, null);
  for (let i = 0; i < 3; i++) expect((await login(KPPS)).status).toBe(200);
  expect(outcome(await login(KPPS))).toEqual([429, 'RATE_LIMITED']);
  expect((await login('pps-1671011001')).status).toBe(200);
});

test('an address that asks too often is refused whatever its account, outside the API never', async () => {
  const { login, server } = await serve(null, 3);
  for (const name of [KPPS, 'pps-1671011001', 'ppk-167101']) expect((await login(name)).status).toBe(200);
  const refused = await login('kota-1671');
  expect(outcome(refused)).toEqual([429, 'RATE_LIMITED']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await server.get('/healthz')).status).toBe(200);
});

test('after the window has passed everything is forgiven', async () => {
  const app: App = fastify() as unknown as App;
  app.setErrorHandler(answerError);
  const limit = (await createLimiters(app, 200))(2, () => 'satu');
  app.get('/', { onRequest: limit ?? [] }, async () => 'ok');
  const ask = async () => (await app.inject('/')).statusCode;
  expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
  await setTimeout(220);
  expect(await ask()).toBe(200);
  await app.close();
});
