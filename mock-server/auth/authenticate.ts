import type { FastifyRequest, onRequestHookHandler } from 'fastify';
import type { App } from '../app-types.ts';
import { ApiError } from '../contract/api-error.ts';
import type { Account } from '../directory/types.ts';
import type { Sessions } from './sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose token it carries, once {@link authenticate} has let it through; a field, for a WeakMap of requests costs every collection. */
    account: Account | null;
  }
}

const BEARER = /^Bearer +([A-Za-z0-9_.-]+)$/i;

/** Gives requests the place where their account is noted; to be called once, before any route. */
export function placeForAccounts(app: App): void {
  app.decorateRequest('account', null);
}

/** A hook that lets only requests with a token of a living session through, before a byte of their body is read. */
export function authenticate(sessions: Sessions): onRequestHookHandler {
  return (request, _reply, done) => {
    const header = request.headers.authorization;
    if (header === undefined) return done(new ApiError('TOKEN_MISSING'));
    const token = BEARER.exec(header)?.[1];
    if (token === undefined) return done(new ApiError('TOKEN_INVALID'));
    try {
      request.account = sessions.read(token);
      done();
    } catch (error) {
      done(error as Error);
    }
  };
}

/** The account of a request that has passed {@link authenticate}. */
export function accountOf(request: FastifyRequest): Account {
  const { account } = request;
  if (!account) throw new Error(`${request.routeOptions.url} is reached without authentication`);
  return account;
}
