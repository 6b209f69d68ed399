import { ARRIVAL_TIME_UNIT_SECOND, type RateKnot } from '../../fixtures/plan/types.ts';
import { flowShape, type Population } from '../../scenarios/flows/catalog.ts';
import { ratesOf } from '../../scenarios/workloads/rates.ts';
import type { PlannedRun } from './planned-run.ts';
import type { Breakpoint, Measurements } from './types.ts';

const OPERATION = { tps: 'upload', accounts: 'login', visits: 'read' } as const satisfies Record<
  Population,
  Breakpoint['operation']
>;
const SERIES = { upload: 'uploads', login: 'logins', read: 'reads' } as const;

/** How far a breakpoint came; null for other workloads. */
export function breakpointOf(planned: PlannedRun, timeline: Measurements['timeline']): Breakpoint | null {
  const { run, load, stop } = planned;
  const [first] = planned.phases;
  if (run.workload !== 'breakpoint' || first === undefined) return null;
  const { population } = flowShape(run.flow);
  const end = first.phase.durationSecond;
  const stopped = stop !== null && stop.second < end;
  const second = stopped ? stop.second : end;
  const operation = OPERATION[population];
  const best = timeline.steps.reduce((most, step) => Math.max(most, step[SERIES[operation]].acknowledged), 0);
  return {
    stopped,
    second,
    plannedRate: rateAt(first.phase.knots, second) * run.speed,
    peakRate: ratesOf(load, population).peak * run.speed,
    sessions: first.startSecond.filter((start) => start <= second).length,
    operation,
    bestAchievedRate: best / timeline.stepSecond,
  };
}

/** Arrivals a plan second at this moment. */
function rateAt(knots: readonly RateKnot[], second: number): number {
  for (let k = 1; k < knots.length; k++) {
    const from = knots[k - 1] as RateKnot;
    const to = knots[k] as RateKnot;
    if (second > to.second || to.second === from.second) continue;
    const share = (second - from.second) / (to.second - from.second);
    return (from.rate + share * (to.rate - from.rate)) / ARRIVAL_TIME_UNIT_SECOND;
  }
  return 0;
}
