import { readPlan } from '../../fixtures/plan/read.ts';
import { measureRun, readAudit, readRunRecord, readVerdict } from '../evidence/index.ts';
import type { ReportInput } from '../report/input.ts';

/**
 * Everything a report shows, from a judged run's folder.
 * @throws OperatorError RUN_NOT_FOUND, RUN_INVALID when it is not audited or judged yet
 */
export async function reportInput(folder: string): Promise<ReportInput> {
  const run = readRunRecord(folder);
  const audit = readAudit(folder);
  const verdict = readVerdict(folder);
  return { run, plan: await readPlan(folder), audit, verdict, measurements: await measureRun(folder) };
}
