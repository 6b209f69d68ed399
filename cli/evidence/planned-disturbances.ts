import { SIGNAL_DISTURBANCES } from '../../fixtures/plan/types.ts';
import type { PhaseClock } from './phase-clock.ts';
import type { PlannedRun } from './planned-run.ts';
import type { PlannedDisturbance } from './recovery.ts';

/** The disturbances that a run was to have, by the plan and not by what the generator says it asked for. */
export function plannedDisturbances({ run, plan }: PlannedRun, clock: PhaseClock): PlannedDisturbance[] {
  if (run.workload !== 'round-2') return [];
  // Those of the signal are the run's own doing: it says at its start which of them it plays.
  const played = plan.workload.disturbances.filter(
    ({ name, type }) => !SIGNAL_DISTURBANCES.includes(type) || run.signal?.disturbances.includes(name),
  );
  return played.map((disturbance) => {
    const { atSecond, durationSecond } = disturbance;
    return {
      disturbance,
      startsAt: clock.at('upload', atSecond),
      endsAt: clock.at('upload', atSecond + durationSecond),
    };
  });
}
