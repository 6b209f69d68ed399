import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { RUN_FILES, type RunRecord } from '../run-folder/types.ts';
import { readJson } from './read-json.ts';

/**
 * run.json of a run folder, in whatever state the run was left.
 * @throws OperatorError RUN_NOT_FOUND, RUN_INVALID
 */
export function readRunRecord(runDir: string): RunRecord {
  const path = join(runDir, RUN_FILES.run);
  if (!existsSync(path)) {
    throw new OperatorError(
      'RUN_NOT_FOUND',
      `${runDir} is not a run folder: it has no ${RUN_FILES.run}.`,
      'Give the folder that `uji-beban run --out` wrote.',
    );
  }
  return readJson<RunRecord>(path, 'run', 'A run folder without a sound run.json proves nothing; run again.')
    .value;
}
