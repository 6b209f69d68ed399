import type { FastifyReply } from 'fastify';
import { ApiError } from '../contract/api-error.ts';
import type { Account, Directory } from '../directory/types.ts';
import type { Lockout } from './lockout.ts';
import { passwordMatches } from './password.ts';

interface PasswordRules {
  directory: Directory;
  lockout: Lockout;
  /** scrypt's N. */
  passwordCost: number;
}

/**
 * The account of a name and its password.
 * @param refused told why, before it throws
 * @throws ApiError ACCOUNT_LOCKED with Retry-After, LOGIN_REJECTED
 */
export async function checkPassword(
  { directory, lockout, passwordCost }: PasswordRules,
  { username, password }: { username: string; password: string },
  reply: FastifyReply,
  refused: (result: 'locked' | 'rejected') => void,
): Promise<Account> {
  const refuseLocked = () => {
    const seconds = lockout.secondsLeft(username);
    if (seconds === 0) return;
    refused('locked');
    reply.header('retry-after', String(seconds));
    throw new ApiError('ACCOUNT_LOCKED');
  };
  const account = directory.account(username);
  refuseLocked();
  const accepted = await passwordMatches(account, password, passwordCost);
  // Guesses that were under way together must not learn more than guesses one after the other.
  refuseLocked();
  if (!account || !accepted) {
    lockout.failed(username);
    refused('rejected');
    throw new ApiError('LOGIN_REJECTED');
  }
  lockout.succeeded(username);
  return account;
}
