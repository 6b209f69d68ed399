import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { auditRun } from '../evidence/index.ts';
import { readRunRecord } from '../evidence/read-run.ts';
import type { Audit } from '../evidence/types.ts';
import { RUN_FILES } from '../run-folder/types.ts';
import { writeJson } from '../run-folder/write-file.ts';
import { fetchReadback } from './fetch-readback.ts';
import { type ReadbackAccessOptions, readbackAccess } from './readback-access.ts';

export interface AuditOptions extends ReadbackAccessOptions {
  run: string;
  /** The plan folder, if it is no longer where the run found it. */
  plan?: string | undefined;
  /** Ask the target again although its answer is already in the folder. */
  refresh: boolean;
}

/**
 * Holds a run's journal against its plan and the target's read-back, and writes audit.json. The target is asked once: what the
 * audit rests on stays as it was read, unless `refresh` asks for it anew.
 */
export async function auditFolder(options: AuditOptions): Promise<Audit> {
  const folder = resolve(options.run);
  const record = readRunRecord(folder);
  if (options.refresh || !existsSync(join(folder, RUN_FILES.readback))) {
    const plan = resolve(options.plan ?? record.plan.path);
    await fetchReadback(folder, record, plan, await readbackAccess(record, options), options.signal);
  }
  const audit = await auditRun(folder);
  writeJson(join(folder, RUN_FILES.audit), audit);
  return audit;
}
