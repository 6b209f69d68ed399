import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../server.ts';
import { passwordOf } from '../testing/small-plan.ts';
import { call, startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ accounts: { activation: 'required', lockout: null } });
});
afterAll(() => server.dispose());

const post = (url: string, path: string, body: object) =>
  call(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const username = `kpps-${TPS}`;
const password = passwordOf(username);
const login = (url = server.url) => post(url, 'login', { username, password });
const activate = (device: string, right = password) =>
  post(server.url, 'activation', { username, password: right, device });

test('an account logs in only after it was activated, once, on one device; also after a restart', async () => {
  const before = await login();
  expect([before.status, before.body.code]).toEqual([403, 'ACCOUNT_NOT_ACTIVATED']);
  // Whoever has not the password learns nothing of it.
  expect((await post(server.url, 'login', { username, password: 'salah' })).body.code).toBe('LOGIN_REJECTED');
  expect((await activate('hp-1', 'salah')).body.code).toBe('LOGIN_REJECTED');
  expect((await login()).status).toBe(403);

  const answers = await Promise.all([activate('hp-1'), activate('hp-1')]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers[0]?.body).toEqual({ username, device: 'hp-1', activatedAt: expect.stringMatching(/Z$/) });
  expect(answers[1]?.body).toEqual(answers[0]?.body);
  expect((await activate('hp-1')).body).toEqual(answers[0]?.body);
  const other = await activate('hp-2');
  expect([other.status, other.body.code]).toEqual([409, 'ALREADY_ACTIVATED']);
  expect((await login()).status).toBe(200);
  const neighbour = 'kpps-1671011001002';
  expect(
    (await post(server.url, 'login', { username: neighbour, password: passwordOf(neighbour) })).status,
  ).toBe(403);

  await server.close();
  const again = await startServer({
    planDir: join(server.folder, 'plan'),
    storePath: join(server.folder, 'store', 'uploads.sqlite'),
    port: 0,
    passwordCost: 0,
    accounts: { activation: 'required' },
  });
  expect((await login(again.url)).status).toBe(200);
  await again.close();
});

test('without the rule nobody needs to be activated', async () => {
  const free = await startTestServer();
  expect((await login(free.url)).status).toBe(200);
  await free.dispose();
});
