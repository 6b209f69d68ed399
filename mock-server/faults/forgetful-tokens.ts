import type { Tokens } from '../auth/tokens.ts';
import { ApiError } from '../contract/api-error.ts';
import type { Timeline } from './timeline.ts';

/** Tokens that are all forgotten whenever the timeline loses the token store: only those issued since then are known. */
export function forgetfulTokens(tokens: Tokens, timeline: Timeline): Tokens {
  let losses = 0;
  const since = new Set<string>();

  /** Whether tokens were ever lost. */
  function forgets(): boolean {
    const lost = timeline.tokenLosses(Date.now());
    if (lost !== losses) since.clear();
    losses = lost;
    return losses > 0;
  }

  return {
    ...tokens,
    issue: (username) => {
      const issued = tokens.issue(username);
      if (forgets()) since.add(signatureOf(issued.token));
      return issued;
    },
    read: (token) => {
      if (forgets() && !since.has(signatureOf(token))) throw new ApiError('TOKEN_INVALID');
      return tokens.read(token);
    },
  };
}

/** What tells one token from another, in a fifth of its length. */
function signatureOf(token: string): string {
  return token.slice(token.lastIndexOf('.') + 1);
}
