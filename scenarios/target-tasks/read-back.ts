import { SharedArray } from 'k6/data';
import { readEnvironment } from '../init-stage/environment.ts';
import { readPlan } from '../init-stage/plan.ts';
import { selectedAdapter } from '../targets/selected.ts';
import type { ReadBackAnswer } from '../targets/target.ts';
import { type Admin, adminsOf } from './admins.ts';
import { taskOptions } from './task-options.ts';
import { taskTarget } from './task-target.ts';
import { writeFailure, writeLine } from './write-line.ts';

/** Seconds a page of records may take. */
const PATIENCE_SECOND = 60;

/** Writes what a target has stored of one run, an upload a line, and before it who the target says it is. */
const environment = readEnvironment(__ENV);
const { target, parts } = taskTarget(environment, PATIENCE_SECOND);
const { plan: folder } = environment;
const admins: ArrayLike<Admin> = new SharedArray('admins', () => adminsOf(folder, readPlan(folder)));
/** SUMS=1: the run held plenaries, and their sums are read back too. */
const withSums = __ENV.SUMS === '1';

export const options = taskOptions(environment);

export function task(): void {
  writeLine({ kind: 'adapter', name: selectedAdapter().name, parts });
  if (target.health !== undefined) {
    const askedAt = Date.now();
    const answer = target.health();
    writeLine({ kind: 'health', answer, askedAt, answeredAt: Date.now() });
  }
  for (let i = 0; i < admins.length; i++) if (!readAll(admins[i] as Admin)) return;
  writeLine({ kind: 'end' });
}

/** @returns false where a call failed, which has been written then */
function readAll(admin: Admin): boolean {
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
  return readSums(login.token, admin);
}

/** What a kab/kota sums up, where the run held plenaries. @returns as `readAll` */
function readSums(token: string, { scope }: Admin): boolean {
  if (!withSums || target.pleno?.sums === undefined) return true;
  const answer = target.pleno.sums(token, scope);
  if (answer.errorClass !== null) {
    writeFailure('pleno.sums', answer);
    return false;
  }
  for (const sum of answer.sums) writeLine({ kind: 'sum', ...sum });
  return true;
}
