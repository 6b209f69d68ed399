import type { App } from '../app-types.ts';
import type { Activations } from '../auth/activations.ts';
import { checkPassword } from '../auth/check-password.ts';
import type { Lockout } from '../auth/lockout.ts';
import { errorResponses, WEAKNESS_ERRORS } from '../contract/error-body.ts';
import { ActivationAnswer, ActivationRequest } from '../contract/login.ts';
import type { Directory } from '../directory/types.ts';
import type { Limiter } from '../limits/rate-limits.ts';

interface ActivationOptions {
  directory: Directory;
  activations: Activations;
  lockout: Lockout;
  /** scrypt's N. */
  passwordCost: number;
  /** Of the account that is activated. */
  limiter: Limiter | null;
}

/** What an operator does once, days before the vote, with the credentials that were handed out. */
export function activationRoute(app: App, options: ActivationOptions): void {
  const { activations, limiter } = options;
  const schema = {
    summary: 'Activate an account, once',
    description:
      'With the credentials that were handed out, on the device that will be used. Durable when it is answered; the same again is answered alike.',
    body: ActivationRequest,
    response: {
      200: ActivationAnswer,
      ...errorResponses(
        'LOGIN_REJECTED',
        'ACCOUNT_LOCKED',
        'ALREADY_ACTIVATED',
        'JSON_MALFORMED',
        'BODY_TOO_LARGE',
        'MEDIA_TYPE_UNSUPPORTED',
        'STORE_FULL',
        'STORE_FAILED',
        ...WEAKNESS_ERRORS,
      ),
    },
  };
  app.post('/activation', { schema, ...(limiter && { preHandler: limiter }) }, async (request, reply) => {
    const { device } = request.body;
    const { username } = await checkPassword(options, request.body, reply, () => {});
    return { username, ...(await activations.activate(username, device)) };
  });
}
