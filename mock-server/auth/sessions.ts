import { createHash } from 'node:crypto';
import { ApiError } from '../contract/api-error.ts';
import { LIMITS } from '../contract/limits.ts';
import type { Account, Directory } from '../directory/types.ts';
import type { RefreshClaims, SessionClaims, Signed, Tokens } from './tokens.ts';

/** What a login or a refresh gives. */
export interface Issued {
  token: Signed;
  refresh: Signed;
}

/** Which accounts are logged in, and on which device: one session an account, in which one device may log in many times. */
export interface Sessions {
  /**
   * Logs an account in whose password was right.
   * @param device id of the device; undefined counts as one device too
   * @param takeOver ends the session of another device
   * @returns null while the account has a living session on another device
   */
  open(username: string, device: string | undefined, takeOver: boolean): Issued | null;
  /**
   * The account of a token of a living session.
   * @throws ApiError TOKEN_EXPIRED, TOKEN_INVALID, SESSION_ENDED, SESSION_TAKEN
   */
  read(token: string): Account;
  /**
   * New tokens for a refresh token that was not used yet; one that was ends the session, for it may have been stolen.
   * @throws ApiError REFRESH_REUSED, and those of `read`
   */
  refresh(refreshToken: string): Issued;
  /** Ends the account's session: each of its tokens is dead at once. */
  close(username: string): void;
}

interface State {
  session: number;
  device: string;
  expiresAtMs: number;
  /** Sessions up to this one are dead, and why the last of them is. */
  deadUpTo: number;
  why: 'SESSION_ENDED' | 'SESSION_TAKEN';
  /** The next turn of each login that was refreshed, the one refreshed longest ago first; null until one is. */
  turns: Map<number, number> | null;
  /** Of logins up to this one, those that are not in `turns` were given up. */
  givenUpTo: number;
}

/**
 * Sessions live in memory, one small record an account. Tokens are signed with the store's secret and outlive a restart, so a
 * server that knows nothing of an account yet learns its session from the first token it sees, and of two devices believes
 * the one that logged in later.
 * @param now epoch milliseconds
 */
export function createSessions(directory: Directory, tokens: Tokens, now: () => number = Date.now): Sessions {
  const states = new Map<string, State>();
  let lastId = 0;

  function nextId(): number {
    lastId = Math.max(now(), lastId + 1, tokens.lostUpTo() + 1);
    return lastId;
  }

  function begin(username: string, session: number, device: string, expiresAtMs: number): State {
    const { deadUpTo = 0, why = 'SESSION_ENDED' } = states.get(username) ?? {};
    const state: State = { session, device, expiresAtMs, deadUpTo, why, turns: null, givenUpTo: 0 };
    states.set(username, state);
    return state;
  }

  function isAlive({ session, deadUpTo, expiresAtMs }: State): boolean {
    return session > deadUpTo && session > tokens.lostUpTo() && now() < expiresAtMs;
  }

  function end(state: State, why: State['why']): void {
    state.deadUpTo = nextId();
    state.why = why;
  }

  /** The living session of a token, learnt from it where it began before this server did. */
  function sessionOf({
    username,
    session,
    device,
    expiresAtMs,
  }: SessionClaims & { expiresAtMs: number }): State {
    const state = states.get(username);
    if (!state) return begin(username, session, device, expiresAtMs);
    if (session <= state.deadUpTo) throw new ApiError(state.why);
    if (device === state.device) return state;
    if (session < state.session) throw new ApiError('SESSION_TAKEN');
    return begin(username, session, device, expiresAtMs);
  }

  function known(username: string): Account {
    const account = directory.account(username);
    if (!account) throw new ApiError('TOKEN_INVALID');
    return account;
  }

  function issue(username: string, state: State, login: number, turn: number): Issued {
    const claims = { username, session: state.session, device: state.device };
    const refresh = tokens.issueRefresh({ ...claims, login, turn });
    state.expiresAtMs = Math.max(state.expiresAtMs, refresh.expiresAtMs);
    return { token: tokens.issue(claims), refresh };
  }

  return {
    open: (username, id, takeOver) => {
      const device = digestOf(id);
      let state = states.get(username);
      if (state && isAlive(state) && state.device !== device) {
        if (!takeOver) return null;
        end(state, 'SESSION_TAKEN');
      }
      if (!state || !isAlive(state)) state = begin(username, nextId(), device, 0);
      return issue(username, state, nextId(), 0);
    },
    read: (token) => {
      const claims = tokens.read(token);
      const account = known(claims.username);
      sessionOf(claims);
      return account;
    },
    refresh: (refreshToken) => {
      const claims = tokens.readRefresh(refreshToken);
      known(claims.username);
      const state = sessionOf(claims);
      if (!useOnce(state, claims)) {
        end(state, 'SESSION_ENDED');
        throw new ApiError('REFRESH_REUSED');
      }
      return issue(claims.username, state, claims.login, claims.turn + 1);
    },
    close: (username) => {
      const state = states.get(username);
      if (state) end(state, 'SESSION_ENDED');
    },
  };
}

/**
 * Notes the use of a refresh token.
 * @returns false when it was used before
 * @throws ApiError TOKEN_INVALID when its login was given up
 */
function useOnce(state: State, { login, turn }: RefreshClaims): boolean {
  state.turns ??= new Map();
  const { turns } = state;
  const due = turns.get(login);
  if (due === undefined && login <= state.givenUpTo) throw new ApiError('TOKEN_INVALID');
  if (due !== undefined && turn < due) return false;
  turns.delete(login);
  turns.set(login, turn + 1);
  if (turns.size > LIMITS.refreshedLogins) {
    const [oldest = 0] = turns.keys();
    turns.delete(oldest);
    state.givenUpTo = Math.max(state.givenUpTo, oldest);
  }
  return true;
}

/** Enough of a digest to tell the devices of one account apart, for ids of up to 100 characters would make tokens long. */
function digestOf(device: string | undefined): string {
  if (device === undefined) return '';
  return createHash('sha256').update(device).digest('base64url').slice(0, 16);
}
