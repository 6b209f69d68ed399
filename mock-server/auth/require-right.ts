import type { onRequestHookHandler } from 'fastify';
import type { App } from '../app-types.ts';
import { ApiError } from '../contract/api-error.ts';
import { type Right, rolesWith } from '../contract/rights.ts';
import type { Account } from '../directory/types.ts';
import { accountOf } from './authenticate.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the account's role must allow; the route is not handled without it. */
    right?: Right;
  }
}

/** @throws ApiError ROLE_FORBIDDEN, which names the right and the roles that have it */
export function requireRight({ role }: Account, right: Right): void {
  const roles = rolesWith(right);
  if (roles.includes(role)) return;
  throw new ApiError('ROLE_FORBIDDEN', `${right} is for ${roles.join(', ')}, not for ${role}.`);
}

/**
 * Lets a request to a route of `api` pass only with the right in the route's `config`, before a byte of its body is read.
 * Register after `authenticate` and before the routes; a route that names no right does not start.
 */
export function requireRights(api: App): void {
  api.addHook('onRoute', (route) => {
    const right = route.config?.right;
    if (right === undefined) throw new Error(`${route.method} ${route.url} names no right in its config`);
    // A hook of the route knows its right; asking the request for it copies the whole route each time.
    const check: onRequestHookHandler = (request, _reply, done) => {
      requireRight(accountOf(request), right);
      done();
    };
    route.onRequest = [...[route.onRequest ?? []].flat(), check];
  });
}
