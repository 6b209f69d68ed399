import { Type } from 'typebox';
import type { App } from '../app-types.ts';
import { accountOf } from '../auth/authenticate.ts';
import type { Issued, Sessions } from '../auth/sessions.ts';
import { errorResponses, SESSION_ERRORS, WEAKNESS_ERRORS } from '../contract/error-body.ts';
import { RefreshAnswer, RefreshRequest } from '../contract/login.ts';

/** New tokens for a refresh token: the way to stay logged in without the password. */
export function refreshRoute(app: App, sessions: Sessions): void {
  const schema = {
    summary: 'A new token for a refresh token',
    description:
      'A refresh token is good for one call. One that comes a second time may have been stolen: it ends the session, on the device that has the newer one too.',
    body: RefreshRequest,
    response: {
      200: RefreshAnswer,
      ...errorResponses(
        'TOKEN_INVALID',
        'TOKEN_EXPIRED',
        'SESSION_ENDED',
        'SESSION_TAKEN',
        'REFRESH_REUSED',
        'JSON_MALFORMED',
        'BODY_TOO_LARGE',
        'MEDIA_TYPE_UNSUPPORTED',
        ...WEAKNESS_ERRORS,
      ),
    },
  };
  app.post('/refresh', { schema }, async (request) =>
    issuedAnswer(sessions.refresh(request.body.refreshToken)),
  );
}

/** Ends the session; behind `authenticate`, for any role. */
export function logoutRoute(app: App, sessions: Sessions): void {
  const schema = {
    summary: 'End the session',
    description: 'Every token and refresh token of the account is dead at once. The request has no body.',
    security: [{ bearer: [] }],
    response: {
      204: Type.Null({ description: 'Logged out.' }),
      ...errorResponses('JSON_MALFORMED', 'BODY_TOO_LARGE', 'MEDIA_TYPE_UNSUPPORTED', ...SESSION_ERRORS),
    },
  };
  app.post('/logout', { schema }, async (request, reply) => {
    sessions.close(accountOf(request).username);
    return reply.code(204).send(null);
  });
}

/** Issued tokens as the contract words them. */
export function issuedAnswer({ token, refresh }: Issued): RefreshAnswer {
  return {
    token: token.token,
    expiresAt: new Date(token.expiresAtMs).toISOString(),
    refreshToken: refresh.token,
    refreshExpiresAt: new Date(refresh.expiresAtMs).toISOString(),
  };
}
