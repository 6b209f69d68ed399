import rateLimit from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app-types.ts';
import { ApiError } from '../contract/api-error.ts';

/** Requests within a minute; null: any number. */
export interface RateLimits {
  /** Of one account: what carries its token, and its logins. */
  perAccount: number | null;
  /** Of one address, whoever it speaks for. */
  perAddress: number | null;
}

/**
 * Assumed: 2,000 a second. Only a client in an endless loop meets it, at any speed at which a round is played; an address is
 * not limited, for a load generator is one address for all accounts.
 */
export const DEFAULT_RATE_LIMITS: RateLimits = { perAccount: 120_000, perAddress: null };

const MINUTE_MS = 60_000;

/** Accounts or addresses counted at once; the one that asked longest ago is forgotten first. */
const COUNTED = 20_000;

/** Refuses a request that is one too many. @throws ApiError RATE_LIMITED, with Retry-After on the reply */
export type Limiter = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Makes limiters that count by a key of the request, each on its own; null for a limit of null, so that it costs nothing.
 * @param windowMs milliseconds in which requests count together
 */
export async function createLimiters(
  app: App,
  windowMs: number = MINUTE_MS,
): Promise<(max: number | null, keyOf: (request: FastifyRequest) => string) => Limiter | null> {
  await app.register(rateLimit, { global: false });
  return (max, keyOf) => {
    if (max === null) return null;
    const options = { max, timeWindow: windowMs, keyGenerator: keyOf, cache: COUNTED };
    const count = app.createRateLimit(options);
    return async (request, reply) => {
      const counted = await count(request);
      if (counted.isAllowed || !counted.isExceeded) return;
      reply.header('retry-after', String(counted.ttlInSeconds));
      throw new ApiError('RATE_LIMITED');
    };
  };
}
