import jwt from '@fastify/jwt';
import type { App } from '../app-types.ts';
import { ApiError } from '../contract/api-error.ts';

/**
 * Tokens whose verification is remembered; a run's accounts are a few thousand. Not fast-jwt's own cache: that hashes
 * the token and builds its answer anew at every look.
 */
const VERIFIED_TOKENS = 20_000;

export interface Tokens {
  /** A token for `username` and when it expires. */
  issue(username: string): { token: string; expiresAt: Date };
  /**
   * The username in a token.
   * @throws ApiError TOKEN_EXPIRED, TOKEN_INVALID
   */
  read(token: string): string;
}

/** @param lifeSecond seconds a token lives */
export async function createTokens(app: App, secret: string, lifeSecond: number): Promise<Tokens> {
  await app.register(jwt, {
    secret,
    sign: { algorithm: 'HS256' },
    verify: { algorithms: ['HS256'] },
  });
  const verified = new Map<string, { username: string; expiresAtMs: number }>();

  return {
    issue: (username) => {
      const exp = Math.floor(Date.now() / 1000) + lifeSecond;
      return { token: app.jwt.sign({ sub: username, exp }), expiresAt: new Date(exp * 1000) };
    },
    read: (token) => {
      const known = verified.get(token);
      if (known && Date.now() < known.expiresAtMs) return known.username;
      try {
        const { sub, exp } = app.jwt.verify<{ sub?: unknown; exp?: unknown }>(token);
        if (typeof sub === 'string') {
          if (verified.size >= VERIFIED_TOKENS) verified.clear();
          if (typeof exp === 'number') verified.set(token, { username: sub, expiresAtMs: exp * 1000 });
          return sub;
        }
      } catch (error) {
        if ((error as { code?: string }).code === 'FAST_JWT_EXPIRED') throw new ApiError('TOKEN_EXPIRED');
      }
      throw new ApiError('TOKEN_INVALID');
    },
  };
}
