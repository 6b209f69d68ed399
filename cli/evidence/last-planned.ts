import type { Operation } from '../../scenarios/journal-line.ts';
import { plannedSeconds } from './planned-operations.ts';
import type { PlannedPhase, PlannedRun } from './planned-run.ts';

/** Plan second, counted from the phase's start, of the last such operation that is planned. */
export function lastPlannedSecond(planned: PlannedRun, phase: PlannedPhase, operation: Operation): number {
  let last = 0;
  for (const second of plannedSeconds(planned, phase, operation)) last = Math.max(last, second);
  return last;
}
