import jwt from '@fastify/jwt';
import type { App } from '../app-types.ts';
import { ApiError } from '../contract/api-error.ts';

/** Tokens whose verification is remembered; a run's accounts are a few thousand. */
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
    verify: { cache: VERIFIED_TOKENS, algorithms: ['HS256'] },
  });

  return {
    issue: (username) => {
      const exp = Math.floor(Date.now() / 1000) + lifeSecond;
      return { token: app.jwt.sign({ sub: username, exp }), expiresAt: new Date(exp * 1000) };
    },
    read: (token) => {
      try {
        const { sub } = app.jwt.verify<{ sub?: unknown }>(token);
        if (typeof sub === 'string') return sub;
      } catch (error) {
        if ((error as { code?: string }).code === 'FAST_JWT_EXPIRED') throw new ApiError('TOKEN_EXPIRED');
      }
      throw new ApiError('TOKEN_INVALID');
    },
  };
}
