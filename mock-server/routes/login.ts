import type { FastifyReply } from 'fastify';
import type { App } from '../app-types.ts';
import type { Lockout } from '../auth/lockout.ts';
import { passwordMatches } from '../auth/password.ts';
import type { Sessions } from '../auth/sessions.ts';
import { ApiError } from '../contract/api-error.ts';
import { errorResponses, WEAKNESS_ERRORS } from '../contract/error-body.ts';
import { LoginAnswer, LoginRequest } from '../contract/login.ts';
import type { Directory } from '../directory/types.ts';
import type { Limiter } from '../limits/rate-limits.ts';
import type { Metrics } from '../metrics/create.ts';
import { issuedAnswer } from './session.ts';

interface LoginOptions {
  directory: Directory;
  sessions: Sessions;
  lockout: Lockout;
  metrics: Metrics;
  /** scrypt's N. */
  passwordCost: number;
  /** Of the account that logs in. */
  limiter: Limiter | null;
}

export function loginRoute(app: App, options: LoginOptions): void {
  const { directory, sessions, lockout, metrics, passwordCost, limiter } = options;
  const schema = {
    summary: 'A token for username and password',
    description:
      'An account is logged in on one device at a time: from another one than that of its session it is refused, unless `takeOver` ends that session.',
    body: LoginRequest,
    response: {
      200: LoginAnswer,
      ...errorResponses(
        'LOGIN_REJECTED',
        'ALREADY_LOGGED_IN',
        'ACCOUNT_LOCKED',
        'JSON_MALFORMED',
        'BODY_TOO_LARGE',
        'MEDIA_TYPE_UNSUPPORTED',
        ...WEAKNESS_ERRORS,
      ),
    },
  };

  /** @throws ApiError ACCOUNT_LOCKED, with Retry-After */
  function refuseLocked(username: string, reply: FastifyReply): void {
    const seconds = lockout.secondsLeft(username);
    if (seconds === 0) return;
    metrics.logins.inc({ result: 'locked' });
    reply.header('retry-after', String(seconds));
    throw new ApiError('ACCOUNT_LOCKED');
  }

  app.post('/login', { schema, ...(limiter && { preHandler: limiter }) }, async (request, reply) => {
    const { username, password, device, takeOver = false } = request.body;
    const account = directory.account(username);
    refuseLocked(username, reply);
    const accepted = await passwordMatches(account, password, passwordCost);
    // Guesses that were under way together must not learn more than guesses one after the other.
    refuseLocked(username, reply);
    if (!account || !accepted) {
      lockout.failed(username);
      metrics.logins.inc({ result: 'rejected' });
      throw new ApiError('LOGIN_REJECTED');
    }
    lockout.succeeded(username);
    const issued = sessions.open(username, device, takeOver);
    metrics.logins.inc({ result: issued ? 'accepted' : 'elsewhere' });
    if (!issued) throw new ApiError('ALREADY_LOGGED_IN');
    const { role, scope } = account;
    return { ...issuedAnswer(issued), account: { username, role, scope } };
  });
}
