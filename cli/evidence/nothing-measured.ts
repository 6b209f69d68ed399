import type { Latency, OperationMeasurement } from './types.ts';

const NO_LATENCY: Latency = { samples: 0, p50: null, p90: null, p95: null, p99: null, max: null };

/** Stands in for an operation that the workload does not have: no samples, but the metrics still know their units. */
export const NOTHING_MEASURED: OperationMeasurement = {
  phase: null,
  operation: null,
  planned: 0,
  offered: 0,
  achieved: 0,
  rate: { planned: 0, offered: 0, achieved: 0 },
  attempts: 0,
  firstAttemptSuccess: 0,
  afterRetrySuccess: 0,
  refusedWithoutLogin: 0,
  failedAttempts: {},
  latencyFromPlan: NO_LATENCY,
  latencyOfAttempt: NO_LATENCY,
  startLag: NO_LATENCY,
  bytes: 0,
};
