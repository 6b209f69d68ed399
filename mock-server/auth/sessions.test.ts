import { beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../contract/limits.ts';
import type { Directory } from '../directory/types.ts';
import { forgetfulTokens } from '../faults/forgetful-tokens.ts';
import type { Timeline } from '../faults/timeline.ts';
import { createSessions, type Issued, type Sessions } from './sessions.ts';
import type { RefreshClaims, SessionClaims, Tokens } from './tokens.ts';

const HOUR = 3_600_000;
const clock = { ms: 0 };

/** Tokens that are their claims in plain text and expire by the test's clock: a token 12 hours old, a refresh token 48. */
const plain: Tokens = {
  issue: (claims) => signed(claims, 12 * HOUR),
  read: (token) => JSON.parse(token) as SessionClaims & { expiresAtMs: number },
  issueRefresh: (claims) => signed(claims, 48 * HOUR),
  readRefresh: (token) => JSON.parse(token) as RefreshClaims & { expiresAtMs: number },
  lostUpTo: () => 0,
};

function signed(claims: SessionClaims, lifeMs: number) {
  const expiresAtMs = clock.ms + lifeMs;
  return { token: JSON.stringify({ ...claims, expiresAtMs }), expiresAtMs };
}

const directory = {
  account: (username: string) =>
    username === 'siapa' ? undefined : { username, password: '', role: 'kpps', scope: '' },
} as unknown as Directory;

let sessions: Sessions;
beforeEach(() => {
  clock.ms = Date.parse('2024-11-27T06:00:00Z');
  sessions = createSessions(directory, plain, () => clock.ms);
});

const open = (username: string, device?: string, takeOver = false): Issued => {
  const issued = sessions.open(username, device, takeOver);
  if (!issued) throw new Error(`${username} is refused`);
  return issued;
};
const codeOf = (call: () => unknown): string => {
  try {
    call();
    return 'OK';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('a token of an account that is not in the plan is not one of ours', () => {
  const { token, refresh } = open('siapa');
  expect(codeOf(() => sessions.read(token.token))).toBe('TOKEN_INVALID');
  expect(codeOf(() => sessions.refresh(refresh.token))).toBe('TOKEN_INVALID');
});

test('a device holds the account until its refresh token expires, and each refresh holds it longer', () => {
  const { refresh } = open('a', 'hp');
  clock.ms += 47 * HOUR;
  sessions.refresh(refresh.token);
  clock.ms += 47 * HOUR;
  expect(sessions.open('a', 'laptop', false)).toBeNull();
  clock.ms += HOUR;
  expect(sessions.open('a', 'laptop', false)).not.toBeNull();
});

describe('many logins of one session', () => {
  const many = LIMITS.refreshedLogins + 50;

  test('each refreshes on its own, and the reuse of any is seen', () => {
    const logins = Array.from({ length: LIMITS.refreshedLogins }, () => open('pps'));
    const second = logins.map(({ refresh }) => sessions.refresh(refresh.token));
    for (const { refresh } of second) sessions.refresh(refresh.token);
    expect(codeOf(() => sessions.refresh(logins[0]?.refresh.token ?? ''))).toBe('REFRESH_REUSED');
    expect(codeOf(() => sessions.read(logins[7]?.token.token ?? ''))).toBe('SESSION_ENDED');
  });

  test('beyond the limit the one that refreshed longest ago is given up, and its used token stays useless', () => {
    const logins = Array.from({ length: many }, () => open('pps'));
    const second = logins.map(({ refresh }) => sessions.refresh(refresh.token));
    for (const old of [logins[0], second[0], logins[49]])
      expect(codeOf(() => sessions.refresh(old?.refresh.token ?? ''))).toBe('TOKEN_INVALID');
    expect(codeOf(() => sessions.refresh(second.at(-1)?.refresh.token ?? ''))).toBe('OK');
    expect(codeOf(() => sessions.read(logins[0]?.token.token ?? ''))).toBe('OK');
  });
});

test('in a storm faster than the clock, whoever logged in before the loss is lost and whoever came after is not', () => {
  let losses = 0;
  const timeline = { tokenLosses: () => losses } as unknown as Timeline;
  const tokens = forgetfulTokens(plain, timeline);
  clock.ms = Date.now();
  sessions = createSessions(directory, tokens, () => clock.ms);
  const before = Array.from({ length: 5000 }, (_, i) => open(`kpps-${i}`));
  losses = 1;
  const after = Array.from({ length: 100 }, (_, i) => open(`kpps-${i}`, 'lain'));
  for (const { token } of before) expect(codeOf(() => sessions.read(token.token))).toBe('TOKEN_INVALID');
  for (const { token } of after) expect(codeOf(() => sessions.read(token.token))).toBe('OK');
});

test('a login in the very moment of the loss is not lost, even on a clock that lags', () => {
  let losses = 0;
  const tokens = forgetfulTokens(plain, { tokenLosses: () => losses } as unknown as Timeline);
  clock.ms = Date.now() - 5000;
  sessions = createSessions(directory, tokens, () => clock.ms);
  losses = 1;
  expect(codeOf(() => sessions.read(open('kpps').token.token))).toBe('OK');
});

test('of two devices that log in by turns, exactly one is in', () => {
  const seen = new Map<string, Issued>();
  for (let i = 0; i < 200; i++) {
    const device = `hp-${(i * 7) % 3}`;
    seen.set(device, open('ppk', device, true));
    const alive = [...seen].filter(([, { token }]) => codeOf(() => sessions.read(token.token)) === 'OK');
    expect(alive.map(([name]) => name)).toEqual([device]);
  }
});
