import { inspectScript, photoFieldOf, readyVusOf } from '../k6/inspect.ts';
import { MANY_VUS } from '../k6/many-vus.ts';
import type { K6Binary } from '../k6/version.ts';
import { fitIntoScript } from '../targets/encoded-photos.ts';
import { type RunScript, runScript } from '../targets/run-script.ts';

/** What k6 is to read. */
export interface ScriptToRead {
  run: Pick<RunScript, 'workload' | 'plays' | 'overLinks'>;
  planFolder: string;
  /** Of one's own; null for the mock's. */
  adapter: string | null;
  /** For the script. */
  folder: string;
  environment: Record<string, string>;
  /** VUs that are very many. */
  manyVus?: number;
}

/**
 * Makes the script of a run and has k6 read it. Where k6 then makes very many VUs the script is made once more, such that each of them keeps less: folded, and
 * with the plan's photos in it if they are few.
 * @throws OperatorError ADAPTER_INVALID, and whatever `inspectScript` throws
 */
export async function scriptForK6(
  { run, planFolder, adapter, folder, environment, manyVus = MANY_VUS }: ScriptToRead,
  k6: K6Binary,
  signal: AbortSignal,
): Promise<{ script: string; effectiveOptions: unknown }> {
  const script = runScript({ ...run, photos: null, folded: false }, adapter, folder);
  const effectiveOptions = await inspectScript(k6, script, environment, signal);
  if (readyVusOf(effectiveOptions) >= manyVus) {
    const field = photoFieldOf(effectiveOptions);
    const photos = field !== null && fitIntoScript(planFolder) ? { planFolder, field } : null;
    runScript({ ...run, photos, folded: true }, adapter, folder);
  }
  return { script, effectiveOptions };
}
