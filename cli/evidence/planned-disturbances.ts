import type { PhaseClock } from './phase-clock.ts';
import type { PlannedRun } from './planned-run.ts';
import type { PlannedDisturbance } from './recovery.ts';

/** The disturbances that a run was to have, by the plan and not by what the generator says it asked for. */
export function plannedDisturbances({ run, plan }: PlannedRun, clock: PhaseClock): PlannedDisturbance[] {
  if (run.workload !== 'round-2') return [];
  return plan.workload.disturbances.map((disturbance) => {
    const { atSecond, durationSecond } = disturbance;
    return {
      disturbance,
      startsAt: clock.at('upload', atSecond),
      endsAt: clock.at('upload', atSecond + durationSecond),
    };
  });
}
