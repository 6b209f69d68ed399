import type { WorkloadModel } from '../../fixtures/plan/types.ts';
import type { Operation } from '../../scenarios/journal-line.ts';
import { statusOffsetSecond, uploadOffsetSecond } from '../../scenarios/workloads/session-schedule.ts';
import type { PlannedPhase, PlannedRun } from './planned-run.ts';
import type { TpsEntry } from './tps-table.ts';

/** Plan second, counted from the phase's start, of the last such operation that is planned. */
export function lastPlannedSecond(planned: PlannedRun, phase: PlannedPhase, operation: Operation): number {
  const { workload } = planned.plan;
  let last = 0;
  for (const [session, start] of phase.startSecond.entries()) {
    const tps = planned.sessionTps(phase, session);
    last = Math.max(last, start + (tps === null ? 0 : lastOffset(workload, tps, operation)));
  }
  return last;
}

function lastOffset(workload: WorkloadModel, { way, pages }: TpsEntry, operation: Operation): number {
  if (operation === 'status') return statusOffsetSecond(workload, way, pages.length);
  if (operation === 'upload' && pages.length > 0) return uploadOffsetSecond(workload, way, pages.length - 1);
  return 0;
}
