import type { FastifyRequest } from 'fastify';
import type { App } from '../app-types.ts';
import type { LoginRequest } from '../contract/login.ts';
import type { Directory } from '../directory/types.ts';
import { createLimiters } from '../limits/rate-limits.ts';
import type { Metrics } from '../metrics/create.ts';
import { activationRoute } from '../routes/activation.ts';
import { loginRoute } from '../routes/login.ts';
import { logoutRoute, refreshRoute } from '../routes/session.ts';
import type { Activations } from './activations.ts';
import { accountOf, authenticate, placeForAccounts } from './authenticate.ts';
import { createLockout } from './lockout.ts';
import { requireRights } from './require-right.ts';
import type { AccountRules } from './rules.ts';
import { createSessions } from './sessions.ts';
import type { Tokens } from './tokens.ts';

interface AccountGateOptions {
  directory: Directory;
  tokens: Tokens;
  activations: Activations;
  metrics: Metrics;
  rules: AccountRules;
  /** scrypt's N of one login; 0 burns nothing. */
  passwordCost: number;
}

/** Who gets in, and how often. */
export interface AccountGate {
  /** Limits every request to `api` by the address it comes from, where the rules say so. */
  limitAddresses(api: App): void;
  /** Activation, login, refresh and logout. */
  routes(api: App): void;
  /** Lets requests to `own` pass with a token of a living session and the right their route names. */
  guard(own: App): void;
}

export async function createAccountGate(app: App, options: AccountGateOptions): Promise<AccountGate> {
  const { directory, tokens, activations, metrics, rules, passwordCost } = options;
  const { perAccount, perAddress } = rules.rateLimits;
  const sessions = createSessions(directory, tokens);
  const lockout = createLockout(rules.lockout, (username) => directory.account(username) !== undefined);
  placeForAccounts(app);
  const limiterOf = await createLimiters(app);
  const byAddress = limiterOf(perAddress, ({ ip }) => ip);
  const byAccount = limiterOf(perAccount, (request) => accountOf(request).username);
  const loginsByAccount = limiterOf(perAccount, nameInLogin);

  const admit = (api: App) => {
    api.addHook('onRequest', authenticate(sessions));
    if (byAccount) api.addHook('onRequest', byAccount);
  };

  return {
    limitAddresses: (api) => {
      if (byAddress) api.addHook('onRequest', byAddress);
    },
    routes: (api) => {
      const login = { directory, activations, lockout, passwordCost, limiter: loginsByAccount };
      activationRoute(api, login);
      loginRoute(api, { ...login, sessions, metrics });
      refreshRoute(api, sessions);
      api.register(async (own: App) => {
        admit(own);
        logoutRoute(own, sessions);
      });
    },
    guard: (own) => {
      admit(own);
      requireRights(own);
    },
  };
}

function nameInLogin({ body }: FastifyRequest): string {
  return (body as LoginRequest).username;
}
