import { join } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { planSha256, readAccounts } from '../../fixtures/plan/read.ts';
import { inPart } from '../../scenarios/workloads/part.ts';
import { failedLoginsOf, readAudit, readRunRecord, retestOf } from '../evidence/index.ts';
import { type RetestLogin, type RetestTps, RUN_FILES, type RunPart } from '../run-folder/types.ts';

export interface RetestPlan {
  /** The earlier run. */
  runId: string;
  tps: RetestTps[];
  logins: RetestLogin[];
}

/**
 * What has to be tested again because it failed in an earlier run of the same plan.
 * @param part what is to be run now; only its TPS and accounts are tested again
 * @throws OperatorError RUN_INVALID when the earlier run is not audited or had another plan; USAGE when it did not ask this part
 */
export async function retestAfter(
  runFolder: string,
  planFolder: string,
  part: RunPart | null,
): Promise<RetestPlan> {
  const { workload, state, part: earlier } = readRunRecord(runFolder);
  if (workload !== 'round-1' || state !== 'finished') {
    throw new OperatorError(
      'RUN_INVALID',
      `${runFolder} is a ${workload} that is ${state}; only a finished round 1 says what has to be tested again`,
      'name the run folder of a finished round 1',
    );
  }
  const audit = readAudit(runFolder);
  if (audit.plan.sha256 !== (await planSha256(planFolder))) {
    throw new OperatorError(
      'RUN_INVALID',
      `${join(runFolder, RUN_FILES.audit)} is of another plan than ${planFolder}, so its failures cannot be tested again here`,
      'give --plan the plan of the earlier run',
    );
  }
  if (earlier !== null && (part === null || !part.codes.every((code) => inPart(earlier.codes, code)))) {
    throw new OperatorError(
      'USAGE',
      `${runFolder} asked ${earlier.areas.map(({ name, code }) => `${name} (${code})`).join(', ')} only; what else is to be run now was not tested there`,
      'name the same part, or one inside it, with --kecamatan, --kelurahan or --tps',
    );
  }
  const codes = part?.codes ?? null;
  return {
    runId: audit.runId,
    tps: retestOf(audit).filter(({ tps }) => inPart(codes, tps)),
    logins: await loginsIn(planFolder, codes, failedLoginsOf(audit)),
  };
}

/** Those of these accounts that belong to what is run now, in order of the plan. */
async function loginsIn(
  planFolder: string,
  codes: readonly string[] | null,
  accounts: ReadonlySet<string>,
): Promise<RetestLogin[]> {
  const logins: RetestLogin[] = [];
  if (accounts.size === 0) return logins;
  for await (const { username, scope } of readAccounts(planFolder)) {
    if (accounts.has(username) && inPart(codes, scope)) logins.push({ account: username });
  }
  return logins;
}
