import { join, resolve } from 'node:path';
import { auditRun } from '../evidence/index.ts';
import { readRunRecord } from '../evidence/read-run.ts';
import type { Audit } from '../evidence/types.ts';
import { RUN_FILES } from '../run-folder/types.ts';
import { writeJson } from '../run-folder/write-file.ts';
import { fetchReadback } from './fetch-readback.ts';

export interface AuditOptions {
  run: string;
  /** The plan folder, if it is no longer where the run found it. */
  plan?: string | undefined;
  /** Ask the target again although its answer is already in the folder. */
  refresh: boolean;
}

/** Holds a run's journal against its plan and the target's read-back, and writes audit.json. */
export async function auditFolder(options: AuditOptions): Promise<Audit> {
  const folder = resolve(options.run);
  const record = readRunRecord(folder);
  await fetchReadback(folder, record, resolve(options.plan ?? record.plan.path), options.refresh);
  const audit = await auditRun(folder);
  writeJson(join(folder, RUN_FILES.audit), audit);
  return audit;
}
