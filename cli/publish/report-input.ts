import { readPlan } from '../../fixtures/plan/read.ts';
import { readJudged, readRunRecord } from '../evidence/index.ts';
import type { ReportInput } from '../report/input.ts';

/**
 * Everything a report shows, from a judged run's folder.
 * @throws OperatorError RUN_NOT_FOUND, RUN_INVALID when it is not audited or judged yet, or has changed since
 */
export async function reportInput(folder: string): Promise<ReportInput> {
  const run = readRunRecord(folder);
  return { run, plan: await readPlan(folder), ...(await readJudged(folder)) };
}
