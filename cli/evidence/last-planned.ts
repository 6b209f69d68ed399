import type { Operation } from '../../scenarios/journal-line.ts';
import { statusOffsetSecond, uploadOffsetSecond } from '../../scenarios/workloads/session-schedule.ts';
import type { PlannedPhase, PlannedRun } from './planned-run.ts';

/** Plan second, counted from the phase's start, of the last such operation that is planned. */
export function lastPlannedSecond(planned: PlannedRun, phase: PlannedPhase, operation: Operation): number {
  const { workload } = planned.plan;
  let last = 0;
  for (const [session, start] of phase.startSecond.entries()) {
    const uploads = planned.sessionTps(phase, session)?.pages.length ?? 0;
    let offset = 0;
    if (operation === 'status') offset = statusOffsetSecond(workload, uploads);
    if (operation === 'upload' && uploads > 0) offset = uploadOffsetSecond(workload, uploads - 1);
    last = Math.max(last, start + offset);
  }
  return last;
}
