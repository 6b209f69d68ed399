import { DEFAULT_LOCKOUT } from '../../mock-server/auth/lockout.ts';
import { type AccountRules, DEFAULT_ACCOUNT_RULES } from '../../mock-server/auth/rules.ts';
import { countOrOff, lifeSecond, requiredOrOff } from './options.ts';

const { rateLimits, tokenSecond, refreshSecond } = DEFAULT_ACCOUNT_RULES;

/** Options of `serve` about accounts, as commander takes them; docs/accounts.md explains them. */
export const TOKEN_LIFE_OPTION = [
  '--token-life <seconds>',
  `how long a token lives; its refresh token ${refreshSecond / tokenSecond} times as long`,
  lifeSecond,
  tokenSecond,
] as const;
export const LOCKOUT_OPTION = [
  '--lockout <n|off>',
  `wrong passwords in ${DEFAULT_LOCKOUT.windowSecond / 60} minutes that lock an account for as long`,
  countOrOff,
  DEFAULT_LOCKOUT.failures,
] as const;
export const RATE_LIMIT_OPTION = [
  '--rate-limit <n|off>',
  'requests of one account in a minute',
  countOrOff,
  rateLimits.perAccount ?? 'off',
] as const;
export const ADDRESS_RATE_LIMIT_OPTION = [
  '--address-rate-limit <n|off>',
  'requests of one address in a minute; a load generator is one address',
  countOrOff,
  rateLimits.perAddress ?? 'off',
] as const;

export const ACTIVATION_OPTION = [
  '--activation <required|off>',
  'whether an account must be activated once before it can log in',
  requiredOrOff,
  DEFAULT_ACCOUNT_RULES.activation,
] as const;

interface AccountOptions {
  activation: 'required' | 'off';
  tokenLife: number;
  lockout: number | 'off';
  rateLimit: number | 'off';
  addressRateLimit: number | 'off';
}

/** What the options mean to the server. */
export function accountRules(options: AccountOptions): AccountRules {
  const { tokenLife, lockout, rateLimit, addressRateLimit, activation } = options;
  return {
    tokenSecond: tokenLife,
    refreshSecond: (refreshSecond / tokenSecond) * tokenLife,
    lockout: lockout === 'off' ? null : { ...DEFAULT_LOCKOUT, failures: lockout },
    activation,
    rateLimits: { perAccount: orNull(rateLimit), perAddress: orNull(addressRateLimit) },
  };
}

function orNull(count: number | 'off'): number | null {
  return count === 'off' ? null : count;
}
