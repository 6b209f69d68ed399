import type { WorkloadName } from '../../../scenarios/workloads/phase.ts';
import { judgeRun, loadCriteria } from '../index.ts';
import type { Verdict } from '../types.ts';
import { RUN_ID, ZERO } from './synthetic-constants.ts';
import { SyntheticRun } from './synthetic-run.ts';

const LARGE = { tps: 420, accounts: 700 };

/** A perfect run, large enough for every minimum of samples; round 2 has one outage without effect. */
export function largeRun(workload: WorkloadName = 'round-1'): SyntheticRun {
  const run = new SyntheticRun({ ...LARGE, workload });
  if (workload === 'round-2') {
    const [startsAt, endsAt] = [ZERO + 30_000, ZERO + 31_000];
    run.disturbances = [
      {
        v: 1,
        kind: 'disturbance',
        run: RUN_ID,
        name: 'padam',
        type: 'outage',
        startsAt,
        endsAt,
        accepted: true,
      },
    ];
  }
  return run;
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
