import { LIMITS } from '../contract/limits.ts';
import { DEFAULT_RATE_LIMITS, type RateLimits } from '../limits/rate-limits.ts';
import { DEFAULT_LOCKOUT, type LockoutRule } from './lockout.ts';
import type { TokenLife } from './tokens.ts';

/** How strict the server is with accounts. */
export interface AccountRules extends TokenLife {
  /** Null: wrong passwords lock nothing. */
  lockout: LockoutRule | null;
  rateLimits: RateLimits;
  /** Whether an account must be activated once before it can log in. */
  activation: 'required' | 'off';
}

export const DEFAULT_ACCOUNT_RULES: AccountRules = {
  tokenSecond: LIMITS.tokenSecond,
  refreshSecond: LIMITS.refreshSecond,
  lockout: DEFAULT_LOCKOUT,
  rateLimits: DEFAULT_RATE_LIMITS,
  activation: 'off',
};
