import { SharedArray } from 'k6/data';
import { credentialsOf } from '../credentials.ts';
import type { Environment } from '../init-stage/environment.ts';
import { readSecrets } from '../init-stage/settings.ts';
import { partsOf } from '../init-stage/target-parts.ts';
import { openTarget } from '../targets/open-target.ts';
import type { OptionalPart } from '../targets/parts.ts';
import { selectedAdapter } from '../targets/selected.ts';
import type { Target } from '../targets/target.ts';

/**
 * The target of something that is asked once, outside any load, and its optional parts.
 * @param patienceSecond real seconds that an answer may take
 * @throws Error for an adapter that lacks what is required
 */
export function taskTarget(
  environment: Environment,
  patienceSecond: number,
): { target: Target; parts: OptionalPart[] } {
  const { secrets: path } = environment;
  const secrets = path === null ? null : new SharedArray('secrets', () => readSecrets(path));
  const adapter = selectedAdapter();
  const target = openTarget(adapter, environment, patienceSecond, credentialsOf(secrets));
  return { target, parts: partsOf(adapter, target) };
}
