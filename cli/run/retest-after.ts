import { join } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { planSha256 } from '../../fixtures/plan/read.ts';
import { readAudit, readRunRecord, retestOf } from '../evidence/index.ts';
import { type RetestTps, RUN_FILES } from '../run-folder/types.ts';

export interface RetestPlan {
  /** The earlier run. */
  runId: string;
  tps: RetestTps[];
}

/**
 * What has to be tested again because it failed in an earlier run of the same plan.
 * @throws OperatorError RUN_INVALID when the earlier run is not audited or had another plan
 */
export async function retestAfter(runFolder: string, planFolder: string): Promise<RetestPlan> {
  const { workload, state } = readRunRecord(runFolder);
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
  return { runId: audit.runId, tps: retestOf(audit) };
}
