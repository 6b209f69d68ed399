import { planSha256, readAccounts, readPlan, readTps } from '../../fixtures/plan/read.ts';
import { buildDirectory } from './build.ts';
import type { Directory } from './types.ts';

/**
 * Reads accounts, TPS and documents from a plan folder, line by line.
 * @throws OperatorError PLAN_NOT_FOUND, PLAN_VERSION, PLAN_CHANGED
 */
export async function loadDirectory(planDir: string): Promise<Directory> {
  return buildDirectory({
    plan: await readPlan(planDir),
    planSha256: await planSha256(planDir),
    tps: readTps(planDir),
    accounts: readAccounts(planDir),
  });
}
