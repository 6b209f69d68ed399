import type { SessionClaims, Tokens } from '../auth/tokens.ts';
import { ApiError } from '../contract/api-error.ts';
import type { Timeline } from './timeline.ts';

/** Tokens whose sessions are all forgotten whenever the timeline loses the token store: only those that began since then are known. */
export function forgetfulTokens(tokens: Tokens, timeline: Timeline): Tokens {
  let losses = 0;
  let lost = 0;
  let newest = 0;

  function lostUpTo(): number {
    const count = timeline.tokenLosses(Date.now());
    // Ids of sessions run ahead of the clock in a storm of logins.
    if (count !== losses) lost = Math.max(newest, Date.now());
    losses = count;
    return lost;
  }

  function remembered<Claims extends SessionClaims>(claims: Claims): Claims {
    if (claims.session <= lostUpTo()) throw new ApiError('TOKEN_INVALID');
    return claims;
  }

  return {
    ...tokens,
    issue: (claims) => {
      newest = Math.max(newest, claims.session);
      return tokens.issue(claims);
    },
    read: (token) => remembered(tokens.read(token)),
    readRefresh: (token) => remembered(tokens.readRefresh(token)),
    lostUpTo,
  };
}
