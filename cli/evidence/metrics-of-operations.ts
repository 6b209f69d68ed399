import type { Operation } from '../../scenarios/journal-line.ts';
import type { Evidence, Metric, MetricValue } from './metric-value.ts';
import { share } from './metric-value.ts';
import { NOTHING_MEASURED } from './nothing-measured.ts';
import type { Latency, OperationMeasurement } from './types.ts';

export const PERCENTILES = ['p50', 'p90', 'p95', 'p99', 'max'] as const;
const LATENCIES = ['latencyFromPlan', 'latencyOfAttempt', 'startLag'] as const;

/**
 * Metrics of one operation over all phases of a run; of all operations where `operation` is null.
 * @param name how the operation is called in metric names, e.g. `uploads`
 */
export function operationMetrics(name: string, operation: Operation | null): [string, Metric][] {
  const metric = (suffix: string, get: (row: OperationMeasurement) => MetricValue): [string, Metric] => [
    `${name}.${suffix}`,
    (evidence) => get(rowOf(evidence, operation) ?? NOTHING_MEASURED),
  ];
  return [
    metric('offeredShare', (row) => share(row.offered, row.planned)),
    // Of what was planned, not of what was sent: an operation that never got its turn did not succeed either.
    metric('firstAttemptShare', (row) => share(row.firstAttemptSuccess, row.planned)),
    metric('afterRetryShare', (row) => share(row.afterRetrySuccess, row.planned)),
    metric('failedAttemptShare', (row) => share(failedAttempts(row), row.attempts)),
    metric('throughputShare', (row) => ({
      value: row.rate.planned === 0 ? null : row.rate.achieved / row.rate.planned,
      samples: row.planned,
      unit: 'share',
    })),
    ...LATENCIES.flatMap((latency) =>
      PERCENTILES.map((percentile) =>
        metric(`${latency}.${percentile}`, (row) => ofLatency(row[latency], percentile)),
      ),
    ),
  ];
}

function rowOf({ measurements }: Evidence, operation: Operation | null): OperationMeasurement | null {
  if (operation === null) return measurements.total;
  return measurements.operations.find((row) => row.phase === null && row.operation === operation) ?? null;
}

function failedAttempts(row: OperationMeasurement): number {
  return Object.values(row.failedAttempts).reduce((sum, failed) => sum + failed, 0);
}

/** A percentile as a metric. */
export function ofLatency(latency: Latency, percentile: (typeof PERCENTILES)[number]): MetricValue {
  return { value: latency[percentile], samples: latency.samples, unit: 'ms' };
}
