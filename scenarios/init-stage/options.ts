import type { Options, Scenario } from 'k6/options';
import { ARRIVAL_TIME_UNIT_SECOND, type RateKnot, type WorkloadModel } from '../../fixtures/plan/types.ts';
import { longestBackoffSecond } from '../operator-retry.ts';
import { LONGEST_VISIT_SECOND, MEAN_VISIT_SECOND } from '../readers/visit.ts';
import { usualConfirmSecond } from '../workloads/confirm-schedule.ts';
import type { Phase } from '../workloads/phase.ts';
import { longestOpenSecond, mostRequests, usualSessionSecond } from '../workloads/phase-schedule.ts';
import { longestPlenoSecond } from '../workloads/pleno-schedule.ts';

/** Real seconds a session usually spends waiting for answers. */
const ANSWER_ALLOWANCE_SECOND = 0.5;

/**
 * VUs a phase may hold ready for a target that hangs; each takes about 0.5 MB. k6 drops the iteration for which it has
 * no VU at hand, even while it makes another, so only those that are ready count.
 */
const VUS_AGAINST_HANGING = 300;

/** A plenary has hundreds of operations; a target that tries the patience of more than these has no plenary that evening. */
const PLENO_PATIENCE = 10;

/** k6 starts nothing after a scenario's duration, not even what it is late with; real seconds in which it may. */
const CATCH_UP_SECOND = 3;

/**
 * k6's options for the phases of a run.
 * @param pages pages of a TPS
 * @param forms C.Hasil of a TPS
 */
export function optionsFor(
  phases: Phase[],
  workload: WorkloadModel,
  pages: number,
  speed: number,
  thresholds: NonNullable<Options['thresholds']>,
  forms = 0,
): Options {
  const scenarios: Record<string, Scenario> = {};
  for (const phase of phases) scenarios[phase.name] = scenarioFor(phase, workload, pages, speed, forms);
  return {
    scenarios,
    // url would grow with the number of TPS; the rest is not used and costs time in every sample.
    systemTags: ['scenario', 'name', 'method', 'status', 'error_code', 'expected_response'],
    summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(90)', 'p(95)', 'p(99)', 'count'],
    thresholds,
  };
}

/** VUs that k6 holds ready for a phase; it makes more only where a target keeps even these. */
export function readyVus(
  phase: Phase,
  workload: WorkloadModel,
  pages: number,
  speed: number,
  forms: number,
): number {
  // One a kecamatan, each for as long as its plenary lasts.
  if (phase.kind === 'pleno') return phase.count;
  const session = usualSecond(phase, workload, pages) + (phase.confirms ? usualConfirmSecond(forms) : 0);
  const { attempts, requestTimeoutSecond } = workload.operator;
  const retries = phase.kind === 'reader' ? 0 : longestBackoffSecond(workload.operator);
  const peak = peakRate(phase.knots);
  // A fault keeps sessions waiting for as long as an operator is patient; a storm of logins is over before that.
  const patience = phase.kind === 'session' ? retries : 0;
  const usual = peak * (session + patience + ANSWER_ALLOWANCE_SECOND * speed);
  const hanging = peak * (session + retries + attempts * requestTimeoutSecond * speed);
  const wanted = Math.min(hanging, Math.max(usual, VUS_AGAINST_HANGING));
  return Math.min(phase.count, Math.ceil(wanted) + 2);
}

function scenarioFor(
  phase: Phase,
  workload: WorkloadModel,
  pages: number,
  speed: number,
  forms: number,
): Scenario {
  const [first, ...rest] = phase.knots as [RateKnot, ...RateKnot[]];
  let previous = first.second;
  return {
    executor: 'ramping-arrival-rate',
    exec: phase.name,
    startTime: milliseconds(phase.startSecond / speed),
    startRate: first.rate,
    timeUnit: milliseconds(ARRIVAL_TIME_UNIT_SECOND / speed),
    stages: [
      ...rest.map((knot) => {
        const duration = milliseconds((knot.second - previous) / speed);
        previous = knot.second;
        return { target: knot.rate, duration };
      }),
      { target: 0, duration: '0s' },
      { target: 0, duration: `${CATCH_UP_SECOND}s` },
    ],
    preAllocatedVUs: readyVus(phase, workload, pages, speed, forms),
    // A target that hangs can hold every session there is.
    maxVUs: phase.count,
    gracefulStop: milliseconds(longestRealSecond(phase, workload, pages, speed, forms)),
    tags: { phase: phase.name },
  };
}

/** Sessions that have begun may finish, with every retry an operator would make; readers wait for each file once. */
function longestRealSecond(
  phase: Phase,
  workload: WorkloadModel,
  pages: number,
  speed: number,
  forms: number,
): number {
  const { attempts, requestTimeoutSecond } = workload.operator;
  if (phase.kind === 'reader') return LONGEST_VISIT_SECOND / speed + requestTimeoutSecond;
  const session = longestSecond(phase, workload, pages, forms);
  const operations = patientOperations(phase, pages, forms);
  const retries = longestBackoffSecond(workload.operator);
  return session / speed + operations * (retries / speed + attempts * requestTimeoutSecond);
}

/** Operations of a session that may each need all of an operator's patience. */
function patientOperations(phase: Phase, pages: number, forms: number): number {
  const { kind, takes } = phase;
  if (kind === 'pleno') return PLENO_PATIENCE;
  return kind === 'session' ? mostRequests(phase, pages * takes.length, forms) : 1;
}

/** Plan seconds from a session's first operation to its last, where no operation takes time; of readers the mean. */
function usualSecond(phase: Phase, workload: WorkloadModel, pages: number): number {
  switch (phase.kind) {
    case 'session':
      return usualSessionSecond(phase, workload, pages * phase.takes.length);
    case 'login':
      return 0;
    case 'reader':
      return MEAN_VISIT_SECOND;
    case 'pleno':
      return phase.plenary === null ? 0 : longestPlenoSecond(phase.plenary);
  }
}

/** The same where everything that can be repeated has to be. */
function longestSecond(phase: Phase, workload: WorkloadModel, pages: number, forms: number): number {
  if (phase.kind !== 'session') return usualSecond(phase, workload, pages);
  return longestOpenSecond(phase, workload, pages * phase.takes.length, forms);
}

/** Arrivals per plan second at the highest knot. */
function peakRate(knots: RateKnot[]): number {
  return Math.max(...knots.map((knot) => knot.rate)) / ARRIVAL_TIME_UNIT_SECOND;
}

// Go's durations know fractions; whole milliseconds would shift a compressed curve.
function milliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(6)}ms`;
}
