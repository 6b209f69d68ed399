import type { Credentials } from '../credentials.ts';
import type { Environment } from '../init-stage/environment.ts';
import { answerOf, unless } from './answer.ts';
import { guardedTarget } from './guarded-target.ts';
import type { Adapter, AdapterContext, Target } from './target.ts';

/** Where a target is opened: in front of it may stand a link. */
export type OpenAt = Pick<AdapterContext, 'baseUrl' | 'headers'>;

/**
 * The target of this run, as the adapter speaks to it. It logs in with the credentials the run was given in place of
 * the plan's, and sends nothing outside the authorisation's window. Runs in k6's init stage; `init-stage/target-parts.ts` says whether it is whole.
 * @param at where it is reached, the target's own address by default
 */
export function openTarget(
  adapter: Adapter,
  environment: Pick<Environment, 'target' | 'permitted'>,
  requestTimeoutSecond: number,
  credentials: Credentials | null,
  at: OpenAt = { baseUrl: environment.target, headers: {} },
): Target {
  const target = adapter.open({
    ...at,
    requestTimeoutMs: requestTimeoutSecond * 1000,
    answerOf,
    unless,
  });
  const { login } = target;
  if (credentials !== null) target.login = (account) => login.call(target, credentials(account));
  return environment.permitted === null ? target : guardedTarget(target, environment.permitted.permission);
}
