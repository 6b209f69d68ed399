/** How to read a difference of a metric. */
export interface ComparedMetric {
  metric: string;
  better: 'higher' | 'lower';
  /**
   * `exact`: counted one by one, every difference is real. `share`: a share of trials that may fall either way.
   * `latency`: a percentile.
   */
  noise: 'exact' | 'share' | 'latency';
  /** A disturbance changes it whatever the target does. */
  disturbable?: true;
}

/** What two runs are compared by, in the order in which it is shown. */
export const COMPARED_METRICS: readonly ComparedMetric[] = [
  { metric: 'documents.storedShare', better: 'higher', noise: 'exact' },
  { metric: 'documents.lost', better: 'lower', noise: 'exact' },
  { metric: 'documents.altered', better: 'lower', noise: 'exact' },
  { metric: 'documents.duplicated', better: 'lower', noise: 'exact' },
  { metric: 'documents.unacknowledged', better: 'lower', noise: 'exact' },
  { metric: 'documents.unexpected', better: 'lower', noise: 'exact' },
  { metric: 'tps.completeShare', better: 'higher', noise: 'exact' },
  { metric: 'accounts.usedShare', better: 'higher', noise: 'exact' },
  ...['logins', 'uploads'].flatMap((name): ComparedMetric[] => [
    { metric: `${name}.throughputShare`, better: 'higher', noise: 'share', disturbable: true },
    { metric: `${name}.firstAttemptShare`, better: 'higher', noise: 'share', disturbable: true },
    { metric: `${name}.afterRetryShare`, better: 'higher', noise: 'share' },
    { metric: `${name}.failedAttemptShare`, better: 'lower', noise: 'share', disturbable: true },
    ...['p50', 'p90', 'p95', 'p99', 'max'].map(
      (percentile): ComparedMetric => ({
        metric: `${name}.latencyFromPlan.${percentile}`,
        better: 'lower',
        noise: 'latency',
        disturbable: true,
      }),
    ),
  ]),
  { metric: 'recovery.drainedShare', better: 'higher', noise: 'exact' },
  { metric: 'recovery.drainSecond.max', better: 'lower', noise: 'latency' },
];
