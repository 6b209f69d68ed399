import { Command } from '@commander-js/extra-typings';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ACCOUNT_RULES } from '../../mock-server/auth/rules.ts';
import {
  ACTIVATION_OPTION,
  ADDRESS_RATE_LIMIT_OPTION,
  accountRules,
  LOCKOUT_OPTION,
  RATE_LIMIT_OPTION,
  TOKEN_LIFE_OPTION,
} from './account-options.ts';

function rulesOf(...args: string[]) {
  const command = new Command()
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .option(...TOKEN_LIFE_OPTION)
    .option(...LOCKOUT_OPTION)
    .option(...RATE_LIMIT_OPTION)
    .option(...ADDRESS_RATE_LIMIT_OPTION)
    .option(...ACTIVATION_OPTION);
  return accountRules(command.parse(args, { from: 'user' }).opts());
}

describe('what serve makes of its options about accounts', () => {
  it('without any it is the server’s own default', () => {
    expect(rulesOf()).toEqual(DEFAULT_ACCOUNT_RULES);
  });

  it('each changes what it names', () => {
    expect(rulesOf('--token-life', '60')).toEqual({
      ...DEFAULT_ACCOUNT_RULES,
      tokenSecond: 60,
      refreshSecond: 240,
    });
    expect(rulesOf('--lockout', '3').lockout).toEqual({ ...DEFAULT_ACCOUNT_RULES.lockout, failures: 3 });
    expect(rulesOf('--lockout', 'off').lockout).toBeNull();
    expect(rulesOf('--rate-limit', '600', '--address-rate-limit', '6000').rateLimits).toEqual({
      perAccount: 600,
      perAddress: 6000,
    });
    expect(rulesOf('--activation', 'required').activation).toBe('required');
    expect(rulesOf('--rate-limit', 'off').rateLimits).toEqual({ perAccount: null, perAddress: null });
  });

  it.each([
    ['--token-life', '0'],
    ['--token-life', '2592001'],
    ['--lockout', '0'],
    ['--lockout', 'never'],
    ['--rate-limit', '1.5'],
  ])('%s %s is refused', (...args) => {
    expect(() => rulesOf(...args)).toThrow(/It must be/);
  });
});
