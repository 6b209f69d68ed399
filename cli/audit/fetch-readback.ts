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
  const account = await auditor(planFolder);
  const partial = `${path}.${process.pid}.part`;
  const pages = target.uploads(record.runId, account);
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

async function auditor(planFolder: string): Promise<{ username: string; password: string }> {
  for await (const { role, username, password } of readAccounts(planFolder)) {
    if (role === 'kabkota-admin') return { username, password };
  }
  throw new OperatorError(
    'PLAN_NOT_FOUND',
    `${planFolder}/accounts.ndjson has no kabkota-admin, whose account the read-back needs`,
    'name the plan this run was made with: --plan PLAN',
  );
}
