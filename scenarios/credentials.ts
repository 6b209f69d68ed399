import exec from 'k6/execution';
import type { Secret } from './secrets-file.ts';

/** Says what an account logs in with at the target. */
export type Credentials = (account: { username: string; password: string }) => {
  username: string;
  password: string;
};

/**
 * What takes the place of the plan's synthetic passwords: those of a secrets file, or one password for all accounts in the variable
 * UJI_BEBAN_PASSWORD; null where the plan's own are used. k6 has variables from its environment, so none stands in a list of
 * processes.
 * @param secrets of the file, in order of username, or null; shared, so that a VU finds an account without having all of them
 */
export function credentialsOf(secrets: ArrayLike<Secret> | null): Credentials | null {
  if (secrets !== null) return (account) => foundAmong(secrets, account.username);
  const shared = __ENV.UJI_BEBAN_PASSWORD;
  return shared ? ({ username }) => ({ username, password: shared }) : null;
}

function foundAmong(secrets: ArrayLike<Secret>, username: string): { username: string; password: string } {
  let low = 0;
  let high = secrets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((secrets[middle] as Secret).username < username) low = middle + 1;
    else high = middle;
  }
  const found = secrets[low];
  // An exception would end one session only, and the run as if nothing were amiss.
  if (found?.username !== username)
    exec.test.abort(`the secrets file has no account ${username} of the plan`);
  return { username: found?.login ?? '', password: found?.password ?? '' };
}
