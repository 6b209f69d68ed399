import { ARRIVAL_TIME_UNIT_SECOND, type RateKnot } from '../../fixtures/plan/types.ts';
import { flowShape, type Population } from '../../scenarios/flows/catalog.ts';
import { ratesOf } from '../../scenarios/workloads/rates.ts';
import type { PlannedPhase, PlannedRun } from './planned-run.ts';
import type { Breakpoint, Measurements } from './types.ts';

const OPERATION = {
  tps: 'upload',
  pps: 'upload',
  accounts: 'login',
  kecamatan: 'pleno-save',
  visits: 'read',
} as const satisfies Record<Population, Breakpoint['operation']>;
const SERIES = { upload: 'uploads', login: 'logins', 'pleno-save': 'saves', read: 'reads' } as const;

/** Real seconds over which the best rate is taken (assumed: as often as k6 looks at its thresholds). */
const BEST_SECOND = 2;

/** How far a breakpoint came; null for other workloads. */
export function breakpointOf(planned: PlannedRun, timeline: Measurements['timeline']): Breakpoint | null {
  const { run, load, stop } = planned;
  const [first] = planned.phases;
  if (run.workload !== 'breakpoint' || first === undefined) return null;
  const { population } = flowShape(run.flow);
  const end = first.phase.durationSecond;
  const second = Math.min(stop?.second ?? end, end);
  const operation = OPERATION[population];
  const peakRate = ratesOf(load, population).peak * run.speed;
  return {
    stopped: stop !== null,
    second,
    plannedRate: rateAt(first.phase.knots, second) * run.speed,
    peakRate,
    sessions: first.startSecond.filter((start) => start <= second).length,
    operation,
    bestAchievedRate: bestRate(timeline, SERIES[operation]),
    peakOperationRate: peakRate * operationsPerSession(first),
  };
}

/** Of what the flow is about, over all sessions of the phase. */
function operationsPerSession({ phase, firstUpload, visits, plenos }: PlannedPhase): number {
  if (plenos !== null) return (plenos.first('pleno-save').at(-1) ?? 0) / phase.count;
  if (visits !== null) return visits.count / phase.count;
  return firstUpload === null ? 1 : ((firstUpload.at(-1) ?? 0) - (firstUpload[0] ?? 0)) / phase.count;
}

/** Operations a second in the best stretch of {@link BEST_SECOND}. */
function bestRate(
  { steps, stepSecond }: Measurements['timeline'],
  series: (typeof SERIES)[keyof typeof SERIES],
) {
  const width = Math.max(1, Math.round(BEST_SECOND / stepSecond));
  let inside = 0;
  let most = 0;
  for (const [i, step] of steps.entries()) {
    inside += step[series].acknowledged - (steps[i - width]?.[series].acknowledged ?? 0);
    most = Math.max(most, inside);
  }
  return most / (width * stepSecond);
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
