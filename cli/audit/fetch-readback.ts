import { closeSync, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { writeTrouble } from '../../fixtures/file-trouble.ts';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { flowShape } from '../../scenarios/flows/catalog.ts';
import type { HealthAnswer } from '../../scenarios/targets/target.ts';
import { type ReadbackHeader, RUN_FILES, type RunRecord } from '../run-folder/types.ts';
import { askTarget, type TargetAccess } from '../targets/ask-target.ts';

/** Bytes of lines that are written at once. */
const WRITTEN_AT_ONCE = 1 << 20;

/**
 * Asks the run's target what it has stored of the run and keeps the answer in the run folder.
 * @param planFolder where accounts.ndjson lies; the run folder has no passwords
 * @throws OperatorError TARGET_DOWN, TARGET_CONTRACT, ADAPTER_INVALID, PLAN_NOT_FOUND, NOT_WRITABLE, DISK_FULL
 */
export async function fetchReadback(
  folder: string,
  record: RunRecord,
  planFolder: string,
  access: TargetAccess,
  signal: AbortSignal,
): Promise<void> {
  const path = join(folder, RUN_FILES.readback);
  refuseWithoutReadBack(record);
  if (!existsSync(join(planFolder, 'plan.json'))) {
    throw new OperatorError(
      'PLAN_NOT_FOUND',
      `the plan ${planFolder} is not there, and the read-back needs its accounts`,
      'name the plan this run was made with: --plan PLAN',
    );
  }
  const more = mayHoldPleno(record) ? { SUMS: '1' } : undefined;
  const partial = `${path}.${process.pid}.part`;
  let file: number | null = null;
  try {
    const header: ReadbackHeader = {
      kind: 'readback',
      formatVersion: 1,
      source: record.target.url,
      fetchedAt: new Date().toISOString(),
      store: null,
      complete: true,
    };
    // The target says who it is before it gives anything back.
    const begin = () => {
      const begun = openSync(partial, 'w');
      writeSync(begun, `${JSON.stringify(header)}\n`);
      return begun;
    };
    let waiting = '';
    for await (const line of askTarget(access, 'read-back', planFolder, record.runId, signal, more)) {
      if (line.kind === 'adapter') continue;
      if (line.kind === 'health') {
        header.store = (line.answer as HealthAnswer).store ?? null;
        continue;
      }
      waiting += `${JSON.stringify(line)}\n`;
      if (waiting.length < WRITTEN_AT_ONCE) continue;
      file ??= begin();
      writeSync(file, waiting);
      waiting = '';
    }
    file ??= begin();
    writeSync(file, waiting);
    renameSync(partial, path);
  } catch (error) {
    // A target that is down leaves nothing behind.
    rmSync(partial, { force: true });
    throw writeTrouble(error, path);
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** A kab/kota sums up whatever it has; only a run that may have held plenaries has anything to hold against that. */
function mayHoldPleno({ workload, flow, target }: RunRecord): boolean {
  if (target.missingParts.includes('pleno')) return false;
  return workload === 'round-2' || flowShape(flow).population === 'kecamatan';
}

function refuseWithoutReadBack({ target }: RunRecord): void {
  if (!target.missingParts.includes('readBack')) return;
  throw new OperatorError(
    'TARGET_CONTRACT',
    `adapter ${target.adapter} cannot read back what ${target.url} has stored, so no document can be accounted for`,
    "give the adapter `readBack`, or bring the target's own list as readback.ndjson into the run folder, see docs/targets.md",
  );
}
