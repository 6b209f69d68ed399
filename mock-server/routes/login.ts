import type { App } from '../app-types.ts';
import { passwordMatches } from '../auth/password.ts';
import type { Tokens } from '../auth/tokens.ts';
import { ApiError } from '../contract/api-error.ts';
import { errorResponses, WEAKNESS_ERRORS } from '../contract/error-body.ts';
import { LoginAnswer, LoginRequest } from '../contract/login.ts';
import type { Directory } from '../directory/types.ts';
import type { Metrics } from '../metrics/create.ts';

interface LoginOptions {
  directory: Directory;
  tokens: Tokens;
  metrics: Metrics;
  passwordCost: number;
}

export function loginRoute(app: App, { directory, tokens, metrics, passwordCost }: LoginOptions): void {
  const schema = {
    summary: 'A token for username and password',
    body: LoginRequest,
    response: {
      200: LoginAnswer,
      ...errorResponses(
        'LOGIN_REJECTED',
        'JSON_MALFORMED',
        'BODY_TOO_LARGE',
        'MEDIA_TYPE_UNSUPPORTED',
        ...WEAKNESS_ERRORS,
      ),
    },
  };
  app.post('/login', { schema }, async (request) => {
    const { username, password } = request.body;
    const account = directory.account(username);
    const accepted = await passwordMatches(account, password, passwordCost);
    metrics.logins.inc({ result: accepted ? 'accepted' : 'rejected' });
    if (!account || !accepted) throw new ApiError('LOGIN_REJECTED');
    const { token, expiresAt } = tokens.issue(username);
    const { role, scope } = account;
    return { token, expiresAt: expiresAt.toISOString(), account: { username, role, scope } };
  });
}
