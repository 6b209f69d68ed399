import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { METRICS } from './names.ts';

/** Seconds; from a fast local answer to the phone's patience. */
const DURATION_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const COMMIT_BUCKETS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5];
const LAG_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const BATCH_BUCKETS = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** The metrics of one app, in a registry of its own so that several can live in one process. */
export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: METRICS.processPrefix });

  return {
    registry,
    httpRequests: new Counter({
      name: METRICS.httpRequests,
      help: 'Requests answered.',
      labelNames: ['route', 'method', 'status'],
      registers,
    }),
    httpRequestDuration: new Histogram({
      name: METRICS.httpRequestDuration,
      help: 'Seconds from the end of the request headers to the end of the answer.',
      labelNames: ['route', 'status'],
      buckets: DURATION_BUCKETS,
      registers,
    }),
    httpRequestsInFlight: new Gauge({
      name: METRICS.httpRequestsInFlight,
      help: 'Requests under way.',
      labelNames: ['route'],
      registers,
    }),
    httpConnections: new Gauge({
      name: METRICS.httpConnections,
      help: 'Connections open.',
      registers,
    }),
    eventLoopLag: new Histogram({
      name: METRICS.eventLoopLag,
      help: 'Seconds by which a timer of the serving thread came late.',
      buckets: LAG_BUCKETS,
      registers,
    }),
    uploadsStored: new Counter({
      name: METRICS.uploadsStored,
      help: 'Uploads stored.',
      labelNames: ['document'],
      registers,
    }),
    uploadsRepeated: new Counter({
      name: METRICS.uploadsRepeated,
      help: 'Uploads that were stored already.',
      registers,
    }),
    uploadsRejected: new Counter({
      name: METRICS.uploadsRejected,
      help: 'Uploads that arrived whole and were not stored.',
      labelNames: ['reason'],
      registers,
    }),
    uploadBytes: new Counter({
      name: METRICS.uploadBytes,
      help: 'Bytes of the photos stored.',
      registers,
    }),
    storeCommitDuration: new Histogram({
      name: METRICS.storeCommitDuration,
      help: 'Seconds of one commit, fsync included.',
      labelNames: ['of'],
      buckets: COMMIT_BUCKETS,
      registers,
    }),
    storeCommitUploads: new Histogram({
      name: METRICS.storeCommitUploads,
      help: 'Uploads in one commit.',
      buckets: BATCH_BUCKETS,
      registers,
    }),
    plenoSaves: new Counter({
      name: METRICS.plenoSaves,
      help: 'Forms (one election at one TPS) saved in plenos.',
      registers,
    }),
    plenoCorrections: new Counter({
      name: METRICS.plenoCorrections,
      help: 'Figures corrected in plenos.',
      registers,
    }),
    plenoConflicts: new Counter({
      name: METRICS.plenoConflicts,
      help: 'Saves refused since somebody else had saved the form meanwhile.',
      registers,
    }),
    logins: new Counter({ name: METRICS.logins, help: 'Logins.', labelNames: ['result'], registers }),
  };
}
