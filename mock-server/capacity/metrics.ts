import { Counter, Histogram, type Registry } from 'prom-client';
import { METRICS } from '../metrics/names.ts';
import { readGauge } from '../metrics/read-gauge.ts';

/** Seconds; from no wait at all to the patience of an operator. */
const WAIT_BUCKETS = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

export type RefusalReason = 'full' | 'timeout' | 'connections';
const REASONS: readonly RefusalReason[] = ['full', 'timeout', 'connections'];

export interface CapacityMetrics {
  waited(seconds: number): void;
  refused(reason: RefusalReason): void;
}

/** @param state read when Prometheus asks */
export function measureCapacity(
  registry: Registry,
  state: () => { waiting: number; busy: number; workers: number },
): CapacityMetrics {
  const registers = [registry];
  readGauge(registry, METRICS.capacityQueue, 'Requests that wait for a worker.', () => state().waiting);
  readGauge(registry, METRICS.capacityBusy, 'Workers in service.', () => state().busy);
  readGauge(
    registry,
    METRICS.capacityWorkers,
    'Workers of the capacity model; 0 without a limit.',
    () => state().workers,
  );
  const wait = new Histogram({
    name: METRICS.capacityWait,
    help: 'Seconds a request waited for a worker, also in vain.',
    buckets: WAIT_BUCKETS,
    registers,
  });
  const refused = new Counter({
    name: METRICS.capacityRefused,
    help: 'Requests and connections refused by the capacity model.',
    labelNames: ['reason'],
    registers,
  });
  for (const reason of REASONS) refused.inc({ reason }, 0);
  return {
    waited: (seconds) => wait.observe(seconds),
    refused: (reason) => refused.inc({ reason }),
  };
}
