import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { writeTrouble } from '../../fixtures/file-trouble.ts';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { readAccounts } from '../../fixtures/plan/read.ts';
import { type ReadbackHeader, RUN_FILES, type RunRecord } from '../run-folder/types.ts';
import { authoriseTarget } from '../targets/authorise.ts';
import { mockReadback } from '../targets/mock-readback.ts';

/**
 * Asks the run's target what it has stored of the run and keeps the answer in the run folder. Done once: what the
 * audit rests on stays as it was read, unless `refresh` asks for it anew.
 * @param planFolder where accounts.ndjson lies; the run folder has no passwords
 * @throws OperatorError TARGET_DOWN, TARGET_CONTRACT, PLAN_NOT_FOUND, NOT_WRITABLE, DISK_FULL
 */
export async function fetchReadback(
  folder: string,
  record: RunRecord,
  planFolder: string,
  refresh: boolean,
): Promise<void> {
  const path = join(folder, RUN_FILES.readback);
  if (existsSync(path) && !refresh) return;
  const target = mockReadback(await authoriseTarget(record.target.url));
  const partial = `${path}.${process.pid}.part`;
  const pages = target.uploads(record.runId, await auditors(planFolder));
  // Before the file is opened: a target that is down leaves nothing behind.
  const first = await pages.next();
  const file = opened(partial);
  try {
    const head: ReadbackHeader = {
      kind: 'readback',
      formatVersion: 1,
      source: record.target.url,
      fetchedAt: new Date().toISOString(),
      complete: true,
    };
    writeSync(file, `${JSON.stringify(head)}\n`);
    for (let page = first; !page.done; page = await pages.next()) {
      writeSync(file, page.value.map((upload) => `${JSON.stringify(upload)}\n`).join(''));
    }
  } catch (error) {
    throw writeTrouble(error, path);
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
}

function opened(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw writeTrouble(error, path);
  }
}

/** An admin of each kab/kota: one cannot see what another's TPS uploaded. */
async function auditors(planFolder: string): Promise<{ username: string; password: string }[]> {
  const byScope = new Map<string, { username: string; password: string }>();
  for await (const { role, scope, username, password } of readAccounts(planFolder)) {
    if (role === 'kabkota-admin' && !byScope.has(scope)) byScope.set(scope, { username, password });
  }
  if (byScope.size > 0) return [...byScope.values()];
  throw new OperatorError(
    'PLAN_NOT_FOUND',
    `the plan ${planFolder} has no kabkota-admin, whose account the read-back needs`,
    'name the plan this run was made with: --plan PLAN',
  );
}
