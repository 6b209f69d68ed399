import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { accountCalls, outcome } from '../testing/account-calls.ts';
import { startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

const KPPS = `kpps-${TPS}`;
const RULE = { failures: 3, windowSecond: 60, lockedSecond: 1 };

let server: TestServer;
afterEach(() => server.dispose());

async function serve(accounts: Parameters<typeof startTestServer>[0] = {}) {
  server = await startTestServer(accounts);
  return accountCalls(server.url);
}

test('wrong passwords lock the account, the right one is refused too, and time unlocks it', async () => {
  const { login, use } = await serve({ accounts: { lockout: RULE } });
  const { token } = (await login(KPPS)).body;
  for (let i = 0; i < RULE.failures; i++)
    expect(outcome(await login(KPPS, { password: `salah ${i}` }))).toEqual([401, 'LOGIN_REJECTED']);
  const locked = await login(KPPS);
  expect(outcome(locked)).toEqual([423, 'ACCOUNT_LOCKED']);
  expect(locked.headers.get('retry-after')).toBe('1');
  expect(await use(token)).toEqual([200, undefined]);
  expect((await login('pps-1671011001')).status).toBe(200);
  await setTimeout(1050);
  expect((await login(KPPS)).status).toBe(200);
  expect((await server.get('/metrics')).body).toContain('sirekap_logins_total{result="locked"} 1');
});

test('a name that nobody has locks the same, so that nobody learns which names exist', async () => {
  const { login } = await serve({ accounts: { lockout: { ...RULE, lockedSecond: 900 } } });
  const tries = async (username: string) => {
    const answers = [];
    for (let i = 0; i < 5; i++) {
      const { status, body, headers } = await login(username, { password: 'salah' });
      answers.push([status, body, headers.get('retry-after')]);
    }
    return answers;
  };
  const known = await tries(KPPS);
  expect(await tries('tidak-ada')).toEqual(known);
  expect(known.map(([status]) => status)).toEqual([401, 401, 401, 423, 423]);
});

test('guesses sent together learn no more than guesses one after the other', async () => {
  const { login } = await serve({
    passwordCost: 1024,
    accounts: { lockout: { ...RULE, lockedSecond: 900 } },
  });
  const guesses = Array.from({ length: 60 }, (_, i) => login(KPPS, i === 59 ? {} : { password: `${i}` }));
  const codes = (await Promise.all(guesses)).map(({ body }) => body.code);
  expect(codes.filter((code) => code === 'LOGIN_REJECTED')).toHaveLength(RULE.failures);
  expect(codes.filter((code) => code === 'ACCOUNT_LOCKED').length).toBeGreaterThanOrEqual(
    60 - RULE.failures - 1,
  );
});

test('switched off, nothing locks', async () => {
  const { login } = await serve({ accounts: { lockout: null } });
  for (let i = 0; i < 30; i++) await login(KPPS, { password: 'salah' });
  expect((await login(KPPS)).status).toBe(200);
});
