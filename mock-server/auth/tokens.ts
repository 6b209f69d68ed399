import jwt from '@fastify/jwt';
import type { App } from '../app-types.ts';
import { ApiError } from '../contract/api-error.ts';

/**
 * Tokens whose verification is remembered; a run's accounts are a few thousand. Not fast-jwt's own cache: that hashes
 * the token and builds its answer anew at every look.
 */
const VERIFIED_TOKENS = 20_000;

/** What a token says of the session it belongs to. */
export interface SessionClaims {
  username: string;
  /** When the session began, in epoch milliseconds, and unlike any other's. */
  session: number;
  /** Digest of the device; empty without one. */
  device: string;
}

/** What a refresh token says. */
export interface RefreshClaims extends SessionClaims {
  /** Which login of the session it goes back to. */
  login: number;
  /** How often that login was refreshed. */
  turn: number;
}

export interface Signed {
  token: string;
  expiresAtMs: number;
}

type Read<Claims> = Claims & { expiresAtMs: number };

/** Signs and reads tokens; knows nothing of which sessions live. */
export interface Tokens {
  issue(claims: SessionClaims): Signed;
  /** @throws ApiError TOKEN_EXPIRED, TOKEN_INVALID */
  read(token: string): Read<SessionClaims>;
  issueRefresh(claims: RefreshClaims): Signed;
  /** @throws ApiError TOKEN_EXPIRED, TOKEN_INVALID */
  readRefresh(token: string): Read<RefreshClaims>;
  /** Sessions up to this one are lost with all their tokens; 0: none ever was. */
  lostUpTo(): number;
}

export interface TokenLife {
  /** Seconds a token lives. */
  tokenSecond: number;
  /** Seconds a refresh token lives. */
  refreshSecond: number;
}

/** Claims as they stand in the JWT; `use` keeps a refresh token from being taken for a token. */
interface Payload {
  sub?: unknown;
  exp?: unknown;
  sid?: unknown;
  dev?: unknown;
  use?: unknown;
  login?: unknown;
  turn?: unknown;
}

export async function createTokens(app: App, secret: string, life: TokenLife): Promise<Tokens> {
  await app.register(jwt, {
    secret,
    sign: { algorithm: 'HS256' },
    verify: { algorithms: ['HS256'] },
  });
  const verified = new Map<string, Read<SessionClaims>>();

  function sign({ username, session, device }: SessionClaims, second: number, more: object = {}): Signed {
    const exp = Math.floor(Date.now() / 1000) + second;
    const dev = device === '' ? {} : { dev: device };
    return {
      token: app.jwt.sign({ sub: username, exp, sid: session, ...dev, ...more }),
      expiresAtMs: exp * 1000,
    };
  }

  function verify(token: string): Payload {
    try {
      return app.jwt.verify<Payload>(token);
    } catch (error) {
      const expired = (error as { code?: string }).code === 'FAST_JWT_EXPIRED';
      throw new ApiError(expired ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID');
    }
  }

  return {
    issue: (claims) => sign(claims, life.tokenSecond),
    read: (token) => {
      const known = verified.get(token);
      if (known && Date.now() < known.expiresAtMs) return known;
      const payload = verify(token);
      const claims = sessionClaims(payload);
      if (payload.use !== undefined) throw new ApiError('TOKEN_INVALID');
      if (verified.size >= VERIFIED_TOKENS) verified.clear();
      verified.set(token, claims);
      return claims;
    },
    issueRefresh: ({ login, turn, ...claims }) =>
      sign(claims, life.refreshSecond, { use: 'refresh', login, turn }),
    readRefresh: (token) => {
      const payload = verify(token);
      const { use, login, turn } = payload;
      if (use !== 'refresh' || typeof login !== 'number' || typeof turn !== 'number')
        throw new ApiError('TOKEN_INVALID');
      return { ...sessionClaims(payload), login, turn };
    },
    lostUpTo: () => 0,
  };
}

function sessionClaims({ sub, exp, sid, dev = '' }: Payload): Read<SessionClaims> {
  if (
    typeof sub !== 'string' ||
    typeof exp !== 'number' ||
    typeof sid !== 'number' ||
    typeof dev !== 'string'
  )
    throw new ApiError('TOKEN_INVALID');
  return { username: sub, session: sid, device: dev, expiresAtMs: exp * 1000 };
}
