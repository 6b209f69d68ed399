import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { judgeAudited, loadCriteria, readRunRecord } from '../evidence/index.ts';
import type { Verdict } from '../evidence/types.ts';
import { RUN_FILES } from '../run-folder/types.ts';
import { writeJson } from '../run-folder/write-file.ts';

export interface JudgeOptions {
  run: string;
  /** Name or file; by default those that were fixed when the run started. */
  criteria?: string | undefined;
}

/**
 * Judges an audited run and writes verdict.json.
 * @throws OperatorError RUN_NOT_FOUND, RUN_INVALID when it is not audited yet, CRITERIA_INVALID
 */
export async function judgeFolder(options: JudgeOptions): Promise<Verdict> {
  const folder = resolve(options.run);
  const run = readRunRecord(folder);
  const criteria = loadCriteria(options.criteria ?? fixedCriteria(folder, run.criteria.name));
  const verdict = await judgeAudited(folder, criteria);
  writeJson(join(folder, RUN_FILES.verdict), verdict);
  return verdict;
}

function fixedCriteria(folder: string, name: string): string {
  const copy = join(folder, RUN_FILES.criteria);
  return existsSync(copy) ? copy : name;
}
