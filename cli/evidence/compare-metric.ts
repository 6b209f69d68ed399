import { COMPARED_METRICS, type ComparedMetric } from './compared-metrics.ts';
import type { Change, MetricComparison } from './comparison-types.ts';
import type { Evidence, MetricValue } from './metric-value.ts';
import { METRICS } from './metrics.ts';

/**
 * One pair of runs says nothing of how much runs differ by themselves, so a floor must be assumed: a tenth is what
 * repeated runs on one idle machine commonly differ by in their tails.
 */
const LATENCY_FLOOR = { share: 0.1, ms: 5, s: 0.5 } as const;

/** Two standard errors: about 95% of differences that are not real stay below. */
const STANDARD_ERRORS = 2;

/**
 * Every compared metric of two runs.
 * @param comparable neither run is INVALID
 * @param alike both were disturbed or neither: otherwise what a disturbance delays or breaks says nothing of the target
 */
export function compareMetrics(
  first: Evidence,
  second: Evidence,
  comparable: boolean,
  alike: boolean,
): MetricComparison[] {
  return COMPARED_METRICS.map((compared) => {
    const metric = METRICS.get(compared.metric);
    if (metric === undefined) throw new Error(`The unknown metric ${compared.metric} is to be compared.`);
    return compareMetric(
      compared,
      metric(first),
      metric(second),
      comparable && (alike || !compared.disturbable),
    );
  });
}

function compareMetric(
  compared: ComparedMetric,
  first: MetricValue,
  second: MetricValue,
  comparable: boolean,
): MetricComparison {
  const { floor, why } = noiseOf(compared, first, second);
  return {
    metric: compared.metric,
    unit: first.unit,
    first: finite(first.value),
    second: finite(second.value),
    firstSamples: first.samples,
    secondSamples: second.samples,
    difference: finite((second.value ?? Number.NaN) - (first.value ?? Number.NaN)),
    ratio: finite((second.value ?? Number.NaN) / (first.value ?? Number.NaN)),
    change: comparable ? changeOf(compared, first.value, second.value, floor) : 'unknown',
    noise: why,
  };
}

function changeOf(
  { better }: ComparedMetric,
  first: number | null,
  second: number | null,
  floor: number,
): Change {
  if (first === null || second === null) return 'unknown';
  // Before subtracting: two recoveries that never ended are Infinity, and equal.
  if (first === second) return 'same';
  if (Math.abs(second - first) <= floor) return 'within-noise';
  return second > first === (better === 'higher') ? 'better' : 'worse';
}

/**
 * The difference up to which nothing is claimed.
 * Shares: two standard errors of the difference of two proportions, sqrt(p1 q1 / n1 + p2 q2 / n2), and at least one trial.
 */
function noiseOf(
  { noise }: ComparedMetric,
  first: MetricValue,
  second: MetricValue,
): { floor: number; why: string | null } {
  if (noise === 'exact' || first.value === null || second.value === null) return { floor: 0, why: null };
  if (noise === 'share') {
    const error = Math.sqrt(variance(first) + variance(second));
    const floor = Math.max(STANDARD_ERRORS * error, 1 / Math.min(first.samples, second.samples));
    return { floor, why: `differences up to ${floor.toPrecision(2)} (two standard errors) are noise` };
  }
  const least = first.unit === 's' ? LATENCY_FLOOR.s : LATENCY_FLOOR.ms;
  const floor = Math.max(least, LATENCY_FLOOR.share * Math.min(first.value, second.value));
  return {
    floor,
    why: `differences up to ${LATENCY_FLOOR.share * 100}% or ${least} ${first.unit} are taken for noise (assumed: one pair of runs does not show how much runs differ)`,
  };
}

function variance({ value, samples }: MetricValue): number {
  const share = Math.min(1, Math.max(0, value ?? 0));
  return (share * (1 - share)) / samples;
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
