import { Counter, Histogram, type Registry } from 'prom-client';
import { METRICS } from '../metrics/names.ts';
import { readGauge } from '../metrics/read-gauge.ts';
import type { QueueObserver, ReadingOutcome, ReadingQueue } from './reading-queue.ts';

/** Seconds; from no wait at all to a queue that a night leaves behind. */
const WAIT_BUCKETS = [0.01, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600];
const SERVICE_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const OUTCOMES: readonly ReadingOutcome[] = ['read', 'unreadable', 'wrong-sheet'];

/** The queue's histograms and counter; its gauges are read from `queue` when Prometheus asks. */
export function measureRecognition(
  registry: Registry,
  queue: () => Pick<ReadingQueue, 'waiting' | 'busy' | 'workers'> | null,
): QueueObserver {
  const registers = [registry];
  readGauge(
    registry,
    METRICS.recognitionQueue,
    'Photos that wait to be read.',
    () => queue()?.waiting() ?? 0,
  );
  readGauge(registry, METRICS.recognitionBusy, 'Photos that are being read.', () => queue()?.busy() ?? 0);
  readGauge(registry, METRICS.recognitionWorkers, 'Workers that read; 0 where all is read at once.', () => {
    return queue()?.workers ?? 0;
  });
  const wait = new Histogram({
    name: METRICS.recognitionWait,
    help: 'Seconds a photo waited for a worker.',
    buckets: WAIT_BUCKETS,
    registers,
  });
  const service = new Histogram({
    name: METRICS.recognitionService,
    help: 'Seconds a worker took for a photo.',
    buckets: SERVICE_BUCKETS,
    registers,
  });
  const results = new Counter({
    name: METRICS.recognitionResults,
    help: 'Photos looked at, by what was made of them.',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of OUTCOMES) results.inc({ outcome }, 0);
  return {
    waited: (seconds) => wait.observe(seconds),
    served: (seconds, outcome) => {
      service.observe(seconds);
      results.inc({ outcome });
    },
  };
}
