import { readEnvironment } from '../environment.ts';
import { loadPlanCore } from '../plan-data.ts';
import { openTarget } from '../targets/open-target.ts';
import { partsOf } from '../targets/parts.ts';
import { selectedAdapter } from '../targets/selected.ts';
import type { ReadBackAnswer } from '../targets/target.ts';
import { loadAdmins } from './admins.ts';
import { taskOptions } from './task-options.ts';
import { writeFailure, writeLine } from './write-line.ts';

/** Seconds a page of records may take. */
const PATIENCE_SECOND = 60;

/** Writes what a target has stored of one run, an upload a line, and before it who the target says it is. */
const environment = readEnvironment(__ENV);
const target = openTarget(environment, PATIENCE_SECOND);
const admins = loadAdmins(environment.plan, loadPlanCore(environment.plan));

export const options = taskOptions(environment);

export function task(): void {
  writeLine({ kind: 'adapter', name: selectedAdapter().name, parts: partsOf(target) });
  if (target.health !== undefined) {
    const askedAt = Date.now();
    const answer = target.health();
    writeLine({ kind: 'health', answer, askedAt, answeredAt: Date.now() });
  }
  for (let i = 0; i < admins.length; i++)
    if (!readAll(admins[i] as { username: string; password: string })) return;
  writeLine({ kind: 'end' });
}

/** @returns false where a call failed, which has been written then */
function readAll(admin: { username: string; password: string }): boolean {
  if (target.readBack === undefined) return false;
  const login = target.login(admin);
  if (login.token === null) {
    writeFailure('login', login);
    return false;
  }
  let after: string | null = null;
  do {
    const page: ReadBackAnswer = target.readBack(login.token, environment.runId, after);
    if (page.errorClass !== null) {
      writeFailure('readBack', page);
      return false;
    }
    // One call for all lines of a page: each call is a write of its own.
    if (page.uploads.length > 0) console.log(page.uploads.map((upload) => JSON.stringify(upload)).join('\n'));
    after = page.next;
  } while (after !== null);
  return true;
}
