import type { App } from '../app-types.ts';
import type { Activations } from '../auth/activations.ts';
import { checkPassword } from '../auth/check-password.ts';
import type { Lockout } from '../auth/lockout.ts';
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
  activations: Activations;
  lockout: Lockout;
  metrics: Metrics;
  /** scrypt's N. */
  passwordCost: number;
  /** Of the account that logs in. */
  limiter: Limiter | null;
}

export function loginRoute(app: App, options: LoginOptions): void {
  const { sessions, activations, metrics, limiter } = options;
  const schema = {
    summary: 'A token for username and password',
    description:
      'An account is logged in on one device at a time: from another one than that of its session it is refused, unless `takeOver` ends that session.',
    body: LoginRequest,
    response: {
      200: LoginAnswer,
      ...errorResponses(
        'LOGIN_REJECTED',
        'ACCOUNT_NOT_ACTIVATED',
        'ALREADY_LOGGED_IN',
        'ACCOUNT_LOCKED',
        'JSON_MALFORMED',
        'BODY_TOO_LARGE',
        'MEDIA_TYPE_UNSUPPORTED',
        ...WEAKNESS_ERRORS,
      ),
    },
  };

  app.post('/login', { schema, ...(limiter && { preHandler: limiter }) }, async (request, reply) => {
    const { username, device, takeOver = false } = request.body;
    const account = await checkPassword(options, request.body, reply, (result) =>
      metrics.logins.inc({ result }),
    );
    activations.require(username);
    const issued = sessions.open(username, device, takeOver);
    metrics.logins.inc({ result: issued ? 'accepted' : 'elsewhere' });
    if (!issued) throw new ApiError('ALREADY_LOGGED_IN');
    const { role, scope } = account;
    return { ...issuedAnswer(issued), account: { username, role, scope } };
  });
}
