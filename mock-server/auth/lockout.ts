/** When wrong passwords lock an account. */
export interface LockoutRule {
  /** Wrong passwords that lock it. */
  failures: number;
  /** Seconds within which they count together. */
  windowSecond: number;
  /** Seconds it stays locked. */
  lockedSecond: number;
}

/** Assumed: what the real system does is not known; lenient enough for a nervous operator, far below what guessing needs. */
export const DEFAULT_LOCKOUT: LockoutRule = { failures: 10, windowSecond: 15 * 60, lockedSecond: 15 * 60 };

/** Names without an account that are followed at once: they lock like any other, so that nobody learns which names exist. */
const UNKNOWN_NAMES = 10_000;

/** Counts wrong passwords by name, whether there is such an account or not. */
export interface Lockout {
  /** Whole seconds until the name is unlocked; 0 when it is not locked. */
  secondsLeft(username: string): number;
  failed(username: string): void;
  succeeded(username: string): void;
}

interface Failures {
  count: number;
  firstAtMs: number;
  lockedUntilMs: number;
}

/**
 * @param rule null: nothing is ever locked
 * @param isAccount whether a name is an account's: accounts are never pushed out by made-up names
 * @param now epoch milliseconds
 */
export function createLockout(
  rule: LockoutRule | null,
  isAccount: (username: string) => boolean,
  now: () => number = Date.now,
): Lockout {
  if (rule === null) return { secondsLeft: () => 0, failed: () => {}, succeeded: () => {} };
  const { failures, windowSecond, lockedSecond } = rule;
  const accounts = new Map<string, Failures>();
  const strangers = new Map<string, Failures>();
  const mapOf = (username: string) => (isAccount(username) ? accounts : strangers);

  return {
    secondsLeft: (username) => {
      const leftMs = (mapOf(username).get(username)?.lockedUntilMs ?? 0) - now();
      return Math.max(0, Math.ceil(leftMs / 1000));
    },
    failed: (username) => {
      const map = mapOf(username);
      const at = now();
      const running = map.get(username);
      let entry = { count: 1, firstAtMs: at, lockedUntilMs: 0 };
      if (running && at - running.firstAtMs < windowSecond * 1000)
        entry = { ...running, count: running.count + 1 };
      if (entry.count >= failures) {
        const until = at + lockedSecond * 1000;
        entry = { count: 0, firstAtMs: until, lockedUntilMs: until };
      }
      // Again at the end, so that the name that failed longest ago is the first to go.
      map.delete(username);
      map.set(username, entry);
      if (map === strangers && map.size > UNKNOWN_NAMES) map.delete(map.keys().next().value ?? '');
    },
    succeeded: (username) => {
      accounts.delete(username);
    },
  };
}
