import { createHash, scrypt, timingSafeEqual } from 'node:crypto';
import type { Account } from '../directory/types.ts';

/**
 * scrypt's N of one login. Real systems hash passwords slowly, and the login storm is what that costs, so the mock
 * burns it too. 256 is weak on purpose: some 1,800 logins a second and core, so that the storm fits beside a load
 * generator. The plan's passwords are synthetic and stand in the plan in plain text.
 */
export const DEFAULT_PASSWORD_COST = 256;

/**
 * Whether the password is the account's. Takes as long for an unknown account as for a known one.
 * @param cost scrypt's N, a power of two, or 0 to burn nothing
 */
export async function passwordMatches(
  account: Account | undefined,
  password: string,
  cost: number,
): Promise<boolean> {
  if (cost > 0) await burn(password, account?.username ?? 'nobody', cost);
  const equal = timingSafeEqual(digest(password), digest(account?.password ?? ''));
  return equal && account !== undefined;
}

function burn(password: string, salt: string, cost: number): Promise<void> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, 32, { N: cost }, (error) => (error ? reject(error) : resolve()));
  });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
