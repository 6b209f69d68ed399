import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLockout } from './lockout.ts';

const RULE = { failures: 3, windowSecond: 10, lockedSecond: 20 };

function lockoutAt(isAccount: (username: string) => boolean = () => true) {
  const clock = { ms: 1_000_000 };
  return { clock, lockout: createLockout(RULE, isAccount, () => clock.ms) };
}

test('counts only what falls into one window, and a success begins anew', () => {
  const { clock, lockout } = lockoutAt();
  lockout.failed('a');
  lockout.failed('a');
  clock.ms += 10_000;
  lockout.failed('a');
  lockout.failed('a');
  lockout.succeeded('a');
  lockout.failed('a');
  lockout.failed('a');
  expect(lockout.secondsLeft('a')).toBe(0);
  lockout.failed('a');
  expect(lockout.secondsLeft('a')).toBe(20);
  clock.ms += 19_001;
  expect(lockout.secondsLeft('a')).toBe(1);
  clock.ms += 999;
  expect(lockout.secondsLeft('a')).toBe(0);
  lockout.failed('a');
  expect(lockout.secondsLeft('a')).toBe(0);
});

test('whatever the pace, between two locks lie as many failures as the rule says', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 60 }), (waits) => {
      const { clock, lockout } = lockoutAt();
      let failures = 0;
      for (const wait of waits) {
        clock.ms += wait;
        if (lockout.secondsLeft('a') > 0) continue;
        lockout.failed('a');
        failures++;
        if (lockout.secondsLeft('a') === 0) continue;
        expect(failures).toBeGreaterThanOrEqual(RULE.failures);
        failures = 0;
      }
    }),
  );
});

test('made-up names push out one another, and never an account', () => {
  const { lockout } = lockoutAt((username) => username === 'akun');
  for (const name of ['akun', 'pertama']) for (let i = 0; i < RULE.failures; i++) lockout.failed(name);
  expect(lockout.secondsLeft('pertama')).toBe(20);
  for (let i = 0; i < 10_000; i++) lockout.failed(`nama-${i}`);
  expect(lockout.secondsLeft('pertama')).toBe(0);
  expect(lockout.secondsLeft('akun')).toBe(20);
});
