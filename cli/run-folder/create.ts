import { copyFileSync, existsSync, mkdirSync, readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTrouble } from '../../fixtures/file-trouble.ts';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { type RetestTps, RUN_FILES, type RunRecord } from './types.ts';
import { writeJson, writeWhole } from './write-file.ts';

/** Bytes a journal line and its k6 log may take; real lines are about half of it. */
const BYTES_PER_OPERATION = 1200;

/**
 * Makes the run's folder with all that is known before anything is sent, so that it can be audited whatever happens.
 * @param operations planned in all, to see whether the journal will fit
 * @throws OperatorError RUN_EXISTS, NOT_WRITABLE, DISK_FULL
 */
export function createRunFolder(
  folder: string,
  planFolder: string,
  record: RunRecord,
  criteriaText: string,
  retest: RetestTps[],
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
    refuseFullDisk(folder, operations);
    copyFileSync(join(planFolder, 'plan.json'), join(folder, RUN_FILES.plan));
    copyFileSync(join(planFolder, 'tps.ndjson'), join(folder, RUN_FILES.tps));
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

function refuseFullDisk(folder: string, operations: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const needed = operations * BYTES_PER_OPERATION * 2;
  if (bavail * bsize < needed) {
    throw new OperatorError(
      'DISK_FULL',
      `${folder} has ${Math.floor((bavail * bsize) / 1e6)} MB free; this run's journal may need ${Math.ceil(needed / 1e6)} MB`,
      'free some space or choose another --out',
    );
  }
}
