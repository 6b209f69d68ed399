import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RUN_FILES } from '../../run-folder/types.ts';
import {
  auditRun,
  type JudgedRun,
  judgeAudited,
  type LoadedCriteria,
  loadCriteria,
  readJudged,
} from '../index.ts';
import type { EvidenceDigests } from '../judged.ts';
import type { Audit, Verdict } from '../types.ts';
import { addOutage } from './outage.ts';
import type { SyntheticWorkload } from './perfect-sessions.ts';
import { SyntheticRun } from './synthetic-run.ts';

const LARGE = { tps: 420, accounts: 700 };

/** A perfect run, large enough for every minimum of samples; round 2 has one outage, after which everything is sent again. */
export function largeRun(workload: SyntheticWorkload = 'round-1'): SyntheticRun {
  const run = new SyntheticRun({ ...LARGE, workload });
  if (workload === 'round-2') addOutage(run, 30_000, 31_000);
  return run;
}

/** Audits and judges a run as the commands do, from file to file. */
export async function judgeRun(dir: string, criteria: LoadedCriteria, now = new Date()): Promise<JudgedRun> {
  const put = (name: string, value: unknown) => writeFileSync(join(dir, name), JSON.stringify(value));
  put(RUN_FILES.audit, await auditRun(dir, now));
  put(RUN_FILES.verdict, await judgeAudited(dir, criteria, now));
  return readJudged(dir);
}

/** Of a folder in which nothing changed since the audit. */
export function unchanged({ readback }: Audit): EvidenceDigests {
  return { audit: 'a1'.repeat(32), readback: readback.sha256 };
}

/** The verdict of a run by its workload's own criteria; `spoil` changes files of the folder first. */
export async function verdictOf(
  run: SyntheticRun,
  spoil: (dir: string) => void = () => {},
): Promise<Verdict> {
  const dir = run.write();
  spoil(dir);
  return (await judgeRun(dir, loadCriteria(run.run.workload), new Date(0))).verdict;
}

/** Names of the validity checks that do not hold. */
export function failed(verdict: Verdict): string[] {
  return verdict.validity.filter(({ ok }) => !ok).map(({ name }) => name);
}

/** Quick to write, for checks that hold in every workload. */
export function smallRun(): SyntheticRun {
  return new SyntheticRun({ workload: 'smoke', tps: 40, accounts: 80 });
}
