import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accountCalls, outcome } from '../testing/account-calls.ts';
import { writeSmallPlan } from '../testing/small-plan.ts';
import { call, startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

const KPPS = `kpps-${TPS}`;
const TWO_COMPUTERS = 'user telah login di 2 komputer';

let server: TestServer;
let calls: ReturnType<typeof accountCalls>;
beforeAll(async () => {
  server = await startTestServer();
  calls = accountCalls(server.url);
});
afterAll(() => server.dispose());

/** Accounts of the small plan that no other test of this file uses. */
const unused = ['1671011001002', '1671011002001', '1671011002002', '1671021001001', '1671021001002'];
const account = (): string => `kpps-${unused.shift() ?? 'none is left'}`;

describe('refresh', () => {
  test('gives new tokens that work, again and again', async () => {
    let tokens = (await calls.login(KPPS)).body;
    expect(Date.parse(tokens.refreshExpiresAt)).toBeGreaterThan(Date.parse(tokens.expiresAt));
    for (let turn = 0; turn < 5; turn++) {
      const { status, body } = await calls.refresh(tokens.refreshToken);
      expect(status).toBe(200);
      expect(Object.keys(body).sort()).toEqual(['expiresAt', 'refreshExpiresAt', 'refreshToken', 'token']);
      expect(body.refreshToken).not.toBe(tokens.refreshToken);
      expect(await calls.use(body.token)).toEqual([200, undefined]);
      tokens = body;
    }
  });

  test('a refresh token that comes a second time ends the session, for thief and owner alike', async () => {
    const username = account();
    const first = (await calls.login(username)).body;
    const second = (await calls.refresh(first.refreshToken)).body;
    expect(outcome(await calls.refresh(first.refreshToken))).toEqual([401, 'REFRESH_REUSED']);
    for (const { token } of [first, second]) expect(await calls.use(token)).toEqual([401, 'SESSION_ENDED']);
    expect(outcome(await calls.refresh(second.refreshToken))).toEqual([401, 'SESSION_ENDED']);
    const again = (await calls.login(username)).body;
    expect(await calls.use(again.token)).toEqual([200, undefined]);
    expect(outcome(await calls.refresh(second.refreshToken))).toEqual([401, 'SESSION_ENDED']);
  });

  test('of twenty that refresh at once with one token, one gets through', async () => {
    const { refreshToken } = (await calls.login(account())).body;
    const answers = await Promise.all(Array.from({ length: 20 }, () => calls.refresh(refreshToken)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'REFRESH_REUSED')).toHaveLength(1);
  });

  test('a token is no refresh token, a refresh token no token, and nonsense neither', async () => {
    const { token, refreshToken } = (await calls.login(KPPS)).body;
    expect(await calls.use(refreshToken)).toEqual([401, 'TOKEN_INVALID']);
    for (const wrong of [token, 'abc', `${refreshToken}a`, 'a'.repeat(4096)])
      expect(outcome(await calls.refresh(wrong))).toEqual([401, 'TOKEN_INVALID']);
    expect(outcome(await calls.refresh('a'.repeat(4097)))).toEqual([400, 'REQUEST_INVALID']);
    expect(await calls.use(token)).toEqual([200, undefined]);
  });
});

describe('logout', () => {
  test('token and refresh token are dead at once, those of every login in the session', async () => {
    const username = account();
    const [one, two] = [(await calls.login(username)).body, (await calls.login(username)).body];
    const refreshed = (await calls.refresh(two.refreshToken)).body;
    const left = await calls.logout(one.token);
    expect([left.status, left.body]).toEqual([204, '']);
    for (const { token, refreshToken } of [one, two, refreshed]) {
      expect(await calls.use(token)).toEqual([401, 'SESSION_ENDED']);
      expect(outcome(await calls.refresh(refreshToken))).toEqual([401, 'SESSION_ENDED']);
    }
    expect(outcome(await calls.logout(one.token))).toEqual([401, 'SESSION_ENDED']);
    expect((await calls.login(username)).status).toBe(200);
  });

  test('wants a token, and ends nobody else’s session', async () => {
    expect((await call(`${server.url}/api/v1/logout`, { method: 'POST' })).body.code).toBe('TOKEN_MISSING');
    const other = (await calls.login('pps-1671011001')).body;
    await calls.logout((await calls.login(KPPS)).body.token);
    expect(await calls.use(other.token)).toEqual([200, undefined]);
  });
});

describe('one device at a time', () => {
  test('another device is refused with the real message, the same one gets in again', async () => {
    const username = 'ppk-167101';
    const phone = (await calls.login(username, { device: 'hp-1' })).body;
    const laptop = await calls.login(username, { device: 'laptop' });
    expect(outcome(laptop)).toEqual([409, 'ALREADY_LOGGED_IN']);
    expect(laptop.body.message).toContain(TWO_COMPUTERS);
    expect(outcome(await calls.login(username))).toEqual([409, 'ALREADY_LOGGED_IN']);
    const again = await calls.login(username, { device: 'hp-1' });
    expect(again.status).toBe(200);
    for (const { token } of [phone, again.body]) expect(await calls.use(token)).toEqual([200, undefined]);
  });

  test('whoever takes over ejects the other, who can take over again', async () => {
    const username = 'ppk-167102';
    let held = (await calls.login(username, { device: 'a' })).body;
    for (const device of ['b', 'a', 'b']) {
      const taken = await calls.login(username, { device, takeOver: true });
      expect(taken.status).toBe(200);
      const authorization = `Bearer ${held.token}`;
      const ejected = await call(`${server.url}/api/v1/tps`, { headers: { authorization } });
      expect(outcome(ejected)).toEqual([401, 'SESSION_TAKEN']);
      expect(ejected.body.message).toContain(TWO_COMPUTERS);
      expect(outcome(await calls.refresh(held.refreshToken))).toEqual([401, 'SESSION_TAKEN']);
      expect(await calls.use(taken.body.token)).toEqual([200, undefined]);
      held = taken.body;
    }
  });

  test('a wrong password learns nothing of it, and takes nothing over', async () => {
    const username = 'operator-167101';
    const { token } = (await calls.login(username, { device: 'a' })).body;
    const wrong = { device: 'b', takeOver: true, password: 'salah' };
    expect(outcome(await calls.login(username, wrong))).toEqual([401, 'LOGIN_REJECTED']);
    expect(await calls.use(token)).toEqual([200, undefined]);
  });

  test('after logout any device gets in', async () => {
    const username = 'operator-167102';
    await calls.logout((await calls.login(username, { device: 'a' })).body.token);
    expect((await calls.login(username, { device: 'b' })).status).toBe(200);
  });

  test.each([{ device: '' }, { device: 'a'.repeat(101) }, { takeOver: 'ya' as unknown as boolean }])(
    '%j is not of the contract',
    async (more) => {
      expect(outcome(await calls.login('kota-1671', more))).toEqual([400, 'REQUEST_INVALID']);
    },
  );
});

describe('time and restarts', () => {
  let own: TestServer | undefined;
  afterEach(async () => {
    await own?.dispose();
    own = undefined;
  });

  test('a token expires, its refresh token does not yet, and a session whose refresh token has expired holds no device', async () => {
    own = await startTestServer({ accounts: { tokenSecond: 1, refreshSecond: 3 } });
    const brief = accountCalls(own.url);
    const first = (await brief.login(KPPS, { device: 'a' })).body;
    await setTimeout(1100);
    expect(await brief.use(first.token)).toEqual([401, 'TOKEN_EXPIRED']);
    expect(outcome(await brief.login(KPPS, { device: 'b' }))).toEqual([409, 'ALREADY_LOGGED_IN']);
    const second = await brief.refresh(first.refreshToken);
    expect(second.status).toBe(200);
    expect(await brief.use(second.body.token)).toEqual([200, undefined]);
    await setTimeout(3100);
    expect(outcome(await brief.refresh(second.body.refreshToken))).toEqual([401, 'TOKEN_EXPIRED']);
    expect((await brief.login(KPPS, { device: 'b' })).status).toBe(200);
  });

  test('tokens lost on the timeline take refresh tokens and the device with them', async () => {
    own = await startTestServer();
    const lossy = accountCalls(own.url);
    const { token, refreshToken } = (await lossy.login(KPPS, { device: 'a' })).body;
    await call(`${own.url}/simulator/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        startsAt: Date.now(),
        faults: [{ name: 'hilang', type: 'tokens-lost', startMs: 0, durationMs: 1000 }],
      }),
    });
    expect(await lossy.use(token)).toEqual([401, 'TOKEN_INVALID']);
    expect(outcome(await lossy.refresh(refreshToken))).toEqual([401, 'TOKEN_INVALID']);
    const fresh = await lossy.login(KPPS, { device: 'b' });
    expect(fresh.status).toBe(200);
    expect(await lossy.use(fresh.body.token)).toEqual([200, undefined]);
    expect((await lossy.refresh(fresh.body.refreshToken)).status).toBe(200);
  });

  test('a restart forgets which device is in until its token comes; of two it believes the later', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'uji-beban-sessions-'));
    const planDir = join(folder, 'plan');
    await writeSmallPlan(planDir);
    const options = { planDir, storePath: join(folder, 's.sqlite') };
    const before = await startTestServer(options);
    const old = accountCalls(before.url);
    const ejected = (await old.login(KPPS, { device: 'a' })).body;
    const holder = (await old.login(KPPS, { device: 'b', takeOver: true })).body;
    const silent = (await old.login('ppk-167101', { device: 'a' })).body;
    await before.dispose();

    own = await startTestServer(options);
    const now = accountCalls(own.url);
    expect(await now.use(holder.token)).toEqual([200, undefined]);
    expect(await now.use(ejected.token)).toEqual([401, 'SESSION_TAKEN']);
    expect(outcome(await now.login(KPPS, { device: 'a' }))).toEqual([409, 'ALREADY_LOGGED_IN']);
    expect((await now.refresh(holder.refreshToken)).status).toBe(200);
    expect(outcome(await now.refresh(holder.refreshToken))).toEqual([401, 'REFRESH_REUSED']);
    expect((await now.login('ppk-167101', { device: 'b' })).status).toBe(200);
    expect(await now.use(silent.token)).toEqual([401, 'SESSION_TAKEN']);
    await rm(folder, { recursive: true });
  });

  test('after a restart a login does not eject what is under way on the same device', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'uji-beban-sessions-'));
    const planDir = join(folder, 'plan');
    await writeSmallPlan(planDir);
    const options = { planDir, storePath: join(folder, 's.sqlite') };
    const before = await startTestServer(options);
    const { token } = (await accountCalls(before.url).login(KPPS)).body;
    await before.dispose();
    own = await startTestServer(options);
    const now = accountCalls(own.url);
    expect((await now.login(KPPS)).status).toBe(200);
    expect(await now.use(token)).toEqual([200, undefined]);
    await rm(folder, { recursive: true });
  });
});
