import { credentialsOf } from '../credentials.ts';
import type { Environment } from '../environment.ts';
import { answerOf, unless } from './answer.ts';
import { guardedTarget } from './guarded-target.ts';
import { selectedAdapter } from './selected.ts';
import type { AdapterContext, Target } from './target.ts';

/** What no target can do without. */
const REQUIRED = ['photoField', 'login', 'list', 'upload', 'status'] as const;

/** Where a target is opened: in front of it may stand a link. */
export type OpenAt = Pick<AdapterContext, 'baseUrl' | 'headers'>;

/**
 * The target of this run, as the selected adapter speaks to it. It logs in with the credentials the run was given in place of
 * the plan's, and sends nothing outside the authorisation's window. Runs in k6's init stage.
 * @param at where it is reached, the target's own address by default
 * @throws Error for an adapter that lacks what is required
 */
export function openTarget(
  environment: Environment,
  requestTimeoutSecond: number,
  at: OpenAt = { baseUrl: environment.target, headers: {} },
): Target {
  const adapter = selectedAdapter();
  const target = adapter.open({
    ...at,
    requestTimeoutMs: requestTimeoutSecond * 1000,
    answerOf,
    unless,
  });
  const lacking = REQUIRED.filter((name) => target[name] === undefined);
  if (lacking.length > 0) throw new Error(`Adapter ${adapter.name} lacks ${lacking.join(', ')}.`);
  const credentials = credentialsOf(environment.secrets);
  const { login } = target;
  if (credentials !== null) target.login = (account) => login.call(target, credentials(account));
  return environment.permitted === null ? target : guardedTarget(target, environment.permitted.permission);
}
