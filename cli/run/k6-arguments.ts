import { join } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { isSecretName } from '../report/reading/secrets.ts';
import { RUN_FILES, type RunRecord } from '../run-folder/types.ts';
import type { RetestPlan } from './retest-after.ts';

/**
 * What the scenario is told, by `-e`. These stand in the list of processes and in run.json: paths and names only.
 * @param authorisation file that k6 holds itself to, null without one
 * @param secrets file of credentials, null without one
 */
export function scriptEnvironment(
  record: RunRecord,
  planFolder: string,
  folder: string,
  retest: RetestPlan | null,
  authorisation: string | null,
  secrets: string | null,
): Record<string, string> {
  return {
    PLAN: planFolder,
    TARGET: record.target.url,
    SPEED: String(record.speed),
    RUN_ID: record.runId,
    FLOW: record.flow,
    ...(record.readers ? { READERS: '1' } : {}),
    ...(record.part === null ? {} : { PART: record.part.codes.join(',') }),
    ...(authorisation === null ? {} : { AUTHORISATION: authorisation }),
    ...(secrets === null ? {} : { SECRETS: secrets }),
    ...(retest !== null && retest.tps.length + retest.logins.length > 0
      ? { RETEST: join(folder, RUN_FILES.retest) }
      : {}),
  };
}

/** Where k6 would take another word for what was checked and recorded here. */
const SETTLED_HERE =
  /^(--blacklist-ip|--rps|--max-redirects|--http-debug|(-e|--env)=?(PLAN|TARGET|SPEED|RUN_ID|RETEST|FLOW|READERS|PART|LINKS|AUTHORISATION|SECRETS)=)/;

/** @throws OperatorError USAGE for k6 options that would undo the target's check or the record of the run */
export function refuseOverrides(k6Options: string[]): void {
  for (const [i, option] of k6Options.entries()) {
    const words = option === '-e' || option === '--env' ? `${option}=${k6Options[i + 1] ?? ''}` : option;
    refuseSecret(words);
    if (!SETTLED_HERE.test(words)) continue;
    throw new OperatorError(
      'USAGE',
      `${words} may not be given to k6 here: it would undo what this run has checked and recorded`,
      'use the options of `uji-beban run`, or run the scenario with k6 itself, see docs/k6.md',
    );
  }
}

/** A command line can be read by everyone on the machine, and run.json keeps it. */
function refuseSecret(words: string): void {
  const name = /^(?:-e|--env)=?(\w+)=/.exec(words)?.[1];
  if (name === undefined || !isSecretName(name) || SETTLED_HERE.test(words)) return;
  throw new OperatorError(
    'USAGE',
    `-e ${name}=… would show a secret in the list of processes and in run.json`,
    `set it in the environment instead (export ${name}=…): k6 has it there as __ENV.${name}`,
  );
}

/** Everything after `k6`. The operator's options stand after ours, so where both set one, theirs holds. */
export function k6Arguments(
  runId: string,
  folder: string,
  env: Record<string, string>,
  k6Options: string[],
  script: string,
): string[] {
  return [
    'run',
    '--quiet',
    ...['--log-format', 'raw', '--console-output', join(folder, RUN_FILES.journal)],
    ...['--summary-export', join(folder, RUN_FILES.k6Summary)],
    // How live dashboards tell runs apart.
    ...['--tag', `testid=${runId}`],
    ...Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
    ...k6Options,
    script,
  ];
}
