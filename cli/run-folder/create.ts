import { copyFileSync, existsSync, mkdirSync, readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTrouble } from '../../fixtures/file-trouble.ts';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { lineFiles } from '../../fixtures/plan/line-files.ts';
import type { Plan } from '../../fixtures/plan/types.ts';
import { type RetestLogin, type RetestTps, RUN_FILES, type RunRecord } from './types.ts';
import { writeJson, writeWhole } from './write-file.ts';

/** Bytes a journal line and its k6 log may take; real lines are about half of it. */
const BYTES_PER_OPERATION = 1200;

/**
 * Makes the run's folder with all that is known before anything is sent, so that it can be audited whatever happens.
 * @param plan whose lines of TPS are copied; the accounts are not, because of their passwords
 * @param operations planned in all, to see whether the journal will fit
 * @throws OperatorError RUN_EXISTS, NOT_WRITABLE, DISK_FULL
 */
export function createRunFolder(
  folder: string,
  planFolder: string,
  plan: Pick<Plan, 'shards' | 'files'>,
  record: RunRecord,
  criteriaText: string,
  retest: (RetestTps | RetestLogin)[],
  operations: number,
): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new OperatorError(
      'RUN_EXISTS',
      `${folder} is not empty; a run is never written over`,
      'choose another --out',
    );
  }
  try {
    mkdirSync(folder, { recursive: true });
    const tpsFiles = lineFiles('tps', plan.shards);
    const copied = tpsFiles.reduce((sum, name) => sum + (plan.files[name]?.bytes ?? 0), 0);
    refuseFullDisk(folder, copied + operations * BYTES_PER_OPERATION * 2);
    copyFileSync(join(planFolder, 'plan.json'), join(folder, RUN_FILES.plan));
    for (const name of tpsFiles) copyFileSync(join(planFolder, name), join(folder, name));
    writeFileSync(join(folder, RUN_FILES.journal), '');
  } catch (error) {
    throw writeTrouble(error, folder);
  }
  writeWhole(join(folder, RUN_FILES.criteria), criteriaText);
  if (record.after !== null) {
    writeWhole(join(folder, RUN_FILES.retest), retest.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }
  saveRunRecord(folder, record);
}

/** Writes run.json anew. */
export function saveRunRecord(folder: string, record: RunRecord): void {
  writeJson(join(folder, RUN_FILES.run), record);
}

/** @param needed bytes */
function refuseFullDisk(folder: string, needed: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < needed) {
    throw new OperatorError(
      'DISK_FULL',
      `${folder} has ${Math.floor((bavail * bsize) / 1e6)} MB free; this run's copy of the plan, journal and log may need ${Math.ceil(needed / 1e6)} MB`,
      'free some space or choose another --out',
    );
  }
}
