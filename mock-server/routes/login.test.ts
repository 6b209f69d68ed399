import { afterAll, beforeAll, expect, test } from 'vitest';
import { passwordOf } from '../testing/small-plan.ts';
import { call, startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ passwordCost: 16 });
});
afterAll(() => server.dispose());

const login = (body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  call(`${server.url}/api/v1/login`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

test('the right password gives a token, its expiry, and the account', async () => {
  const username = `kpps-${TPS}`;
  const { status, body } = await login({ username, password: passwordOf(username) });
  expect(status).toBe(200);
  expect(body.account).toEqual({ username, role: 'kpps', scope: TPS });
  expect(Date.parse(body.expiresAt) - Date.now()).toBeGreaterThan(11 * 3600 * 1000);
  const list = await call(`${server.url}/api/v1/tps`, { headers: { authorization: `Bearer ${body.token}` } });
  expect(list.status).toBe(200);
});

test('a wrong password and an unknown account are told apart by nothing', async () => {
  const wrong = await login({ username: `kpps-${TPS}`, password: 'salah' });
  const unknown = await login({ username: 'tidak-ada', password: 'salah' });
  expect(wrong.status).toBe(401);
  expect(wrong.body).toEqual(unknown.body);
  expect(wrong.body.code).toBe('LOGIN_REJECTED');
});

test.each([
  ['not JSON', '{"username":', 400, 'JSON_MALFORMED'],
  ['empty', '', 400, 'JSON_MALFORMED'],
  ['a field too few', { username: 'a' }, 400, 'REQUEST_INVALID'],
  ['a field too many', { username: 'a', password: 'b', admin: true }, 400, 'REQUEST_INVALID'],
  ['a number for a password', { username: 'a', password: 1 }, 400, 'REQUEST_INVALID'],
  ['poisoned', '{"__proto__": {"a": 1}, "username": "a", "password": "b"}', 400, 'JSON_MALFORMED'],
  ['too large', { username: 'a', password: 'b'.repeat(300_000) }, 413, 'BODY_TOO_LARGE'],
])('a body that is %s', async (_name, body, status, code) => {
  const answer = await login(body);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test('another content type is 415', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'nonsense']) {
    const answer = await login('username=a', { 'content-type': type });
    expect([answer.status, answer.body.code]).toEqual([415, 'MEDIA_TYPE_UNSUPPORTED']);
  }
  const form = await call(`${server.url}/api/v1/login`, { method: 'POST', body: new FormData() });
  expect(form.status).toBeGreaterThanOrEqual(400);
  expect(form.status).toBeLessThan(500);
});

test('some hundred logins at once all succeed', async () => {
  const username = `kpps-${TPS}`;
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => login({ username, password: passwordOf(username) })),
  );
  expect(answers.every(({ status }) => status === 200)).toBe(true);
});
