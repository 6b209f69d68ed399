import type { Operation } from '../../../scenarios/journal-line.ts';
import type {
  Audit,
  Latency,
  Measurements,
  OperationMeasurement,
  Recovery,
  TimelineStep,
} from '../../evidence/types.ts';

const STEP_SECOND = 3;
const STEPS = 110;
const UPLOAD_START = 30;

const RECOVERIES: Recovery[] = [
  recovery('server-mati', 'outage', 120, 125, 412, 96, 14.2),
  recovery('sinyal-lemah', 'slow', 165, 180, 37, 41, 3.8),
  recovery('galat-beruntun', 'errors', 210, 217.5, 268, 58, 6.1),
];

function recovery(
  name: string,
  type: string,
  startSecond: number,
  endSecond: number,
  failedAttempts: number,
  backlog: number,
  drainSecond: number,
): Recovery {
  return {
    name,
    type,
    planned: true,
    accepted: true,
    effect: 'observed',
    attempts: 3 * failedAttempts,
    medianMs: 480,
    medianOutsideMs: 26,
    startSecond,
    endSecond,
    failedAttempts,
    backlog,
    drainSecond,
    kecamatan: null,
    late: backlog,
    lateUnsafe: 0,
  };
}

/** Spreads `total` over the weights so that the parts are whole and add up to it. */
function spread(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let seen = 0;
  let given = 0;
  return weights.map((weight) => {
    seen += weight;
    const part = Math.round((total * seen) / whole) - given;
    given += part;
    return part;
  });
}

function timeline(audit: Audit, disturbed: boolean): TimelineStep[] {
  const seconds = Array.from({ length: STEPS }, (_, i) => (i + 0.5) * STEP_SECOND);
  const weights = seconds.map((second) => {
    const x = (second - UPLOAD_START) / (STEPS * STEP_SECOND - UPLOAD_START - 15);
    return x <= 0 || x >= 1 ? 0 : x ** 3.1 * (1 - x) ** 4.2 * (1 + 0.07 * Math.sin(second * 1.7));
  });
  const planned = spread(audit.planned, weights);
  const inside = (second: number, type: string) =>
    disturbed &&
    RECOVERIES.some((r) => r.type === type && second >= r.startSecond && second <= r.endSecond + 1);
  const after = (second: number) =>
    disturbed && RECOVERIES.some((r) => second > r.endSecond && second < r.endSecond + (r.drainSecond ?? 0));
  const acknowledged = spread(
    audit.stored,
    weights.map((w, i) => {
      const second = seconds[i] ?? 0;
      return w * (inside(second, 'outage') ? 0 : inside(second, 'errors') ? 0.6 : after(second) ? 1.35 : 1);
    }),
  );
  const logins = spread(
    audit.accounts.handedOut,
    seconds.map((second) => (second < UPLOAD_START ? 1 : 0)),
  );
  let done = 0;
  return seconds.map((second, i): TimelineStep => {
    done += acknowledged[i] ?? 0;
    const share = done / Math.max(1, audit.stored);
    const failing = inside(second, 'outage')
      ? 70
      : inside(second, 'errors')
        ? 44
        : inside(second, 'slow')
          ? 6
          : 0;
    const slow = inside(second, 'outage') ? 30 : after(second) ? 40 : inside(second, 'slow') ? 12 : 1;
    const noise = 1 + 0.2 * Math.sin(second * 2.3);
    const any = (acknowledged[i] ?? 0) > 0;
    return {
      second,
      uploads: {
        planned: planned[i] ?? 0,
        offered: Math.max(0, planned[i] ?? 0),
        acknowledged: acknowledged[i] ?? 0,
        failedAttempts: failing,
      },
      logins: {
        planned: logins[i] ?? 0,
        offered: logins[i] ?? 0,
        acknowledged: logins[i] ?? 0,
        failedAttempts: 0,
      },
      reads: { planned: 0, offered: 0, acknowledged: 0, failedAttempts: 0 },
      saves: { planned: 0, offered: 0, acknowledged: 0, failedAttempts: 0 },
      p50: any ? 24 * noise * Math.sqrt(slow) : null,
      p95: any ? 71 * noise * slow : null,
      tpsComplete: Object.fromEntries(
        audit.areas.kecamatan.map((area, k) => [
          area.code,
          Math.round(area.tps.complete * Math.min(1, share ** (1 + (k % 5) * 0.12))),
        ]),
      ),
    };
  });
}

function latency(samples: number, scale: number): Latency {
  const of = (factor: number) => (samples === 0 ? null : scale * factor);
  return { samples, p50: of(1), p90: of(2.3), p95: of(3.6), p99: of(41), max: of(233.7) };
}

function row(
  phase: string,
  operation: Operation,
  planned: number,
  failed: number,
  missing: number,
  scale: number,
) {
  const achieved = planned - missing;
  const window = phase === 'login' ? 30 : 285;
  return {
    phase,
    operation,
    planned,
    offered: planned,
    achieved,
    rate: { planned: planned / window, offered: planned / window, achieved: achieved / window },
    attempts: planned + failed - missing,
    firstAttemptSuccess: Math.max(0, achieved - Math.round(failed * 0.6)),
    afterRetrySuccess: achieved,
    refusedWithoutLogin: 0,
    failedAttempts:
      failed === 0
        ? {}
        : {
            connection: Math.floor(failed / 2),
            'http-5xx': failed - Math.floor(failed / 2) - Math.floor(failed / 8),
            timeout: Math.floor(failed / 8),
          },
    latencyFromPlan: latency(achieved, scale),
    latencyOfAttempt: latency(planned + failed, scale * 0.8),
    startLag: latency(planned, 0.9),
    bytes: operation === 'upload' ? planned * 180_412 : 0,
  } satisfies OperationMeasurement;
}

/** Adds rows up; percentiles, which do not add up, are made up. */
function sum(rows: readonly OperationMeasurement[], operation: Operation | null): OperationMeasurement {
  const add = (value: (row: OperationMeasurement) => number) =>
    rows.reduce((all, each) => all + value(each), 0);
  const classes = new Set(rows.flatMap((each) => Object.keys(each.failedAttempts))) as Set<'connection'>;
  return {
    phase: null,
    operation,
    planned: add((each) => each.planned),
    offered: add((each) => each.offered),
    achieved: add((each) => each.achieved),
    rate: {
      planned: add((each) => each.planned) / 315,
      offered: add((each) => each.offered) / 315,
      achieved: add((each) => each.achieved) / 315,
    },
    attempts: add((each) => each.attempts),
    firstAttemptSuccess: add((each) => each.firstAttemptSuccess),
    afterRetrySuccess: add((each) => each.afterRetrySuccess),
    refusedWithoutLogin: add((each) => each.refusedWithoutLogin),
    failedAttempts: Object.fromEntries(
      [...classes].map((name) => [name, add((each) => each.failedAttempts[name] ?? 0)]),
    ),
    latencyFromPlan: latency(
      add((each) => each.latencyFromPlan.samples),
      24.3,
    ),
    latencyOfAttempt: latency(
      add((each) => each.latencyOfAttempt.samples),
      19.1,
    ),
    startLag: latency(
      add((each) => each.startLag.samples),
      0.9,
    ),
    bytes: add((each) => each.bytes),
  };
}

/** Measurements that agree with the audit they are given. */
export function sampleMeasurements(audit: Audit, disturbed: boolean): Measurements {
  const tps = audit.tps.planned;
  const unused = audit.accounts.handedOut - audit.accounts.used;
  const failed = disturbed ? 717 : 12;
  const missing = audit.unacknowledged;
  const details = [
    row('login', 'login', audit.accounts.handedOut, unused * 5, unused, 31),
    row('upload', 'login', tps, disturbed ? 44 : 0, 0, 28),
    row('upload', 'list', tps, disturbed ? 31 : 0, 0, 6.2),
    row('upload', 'upload', audit.planned, failed, missing, 26),
    row('upload', 'status', tps, disturbed ? 18 : 0, 0, 4.1),
  ];
  const operations = (['login', 'list', 'upload', 'status'] as const).map((operation) =>
    sum(
      details.filter((each) => each.operation === operation),
      operation,
    ),
  );
  const total = sum(details, null);
  return {
    workload: disturbed ? 'round-2' : 'round-1',
    flow: 'kpps',
    speed: 120,
    durationSecond: 331.4,
    operations: [...details, ...operations],
    total,
    timeline: { stepSecond: STEP_SECOND, steps: timeline(audit, disturbed) },
    recoveries: disturbed ? RECOVERIES : [],
    signal: null,
    undisturbedUploads: latency(Math.round(audit.stored * (disturbed ? 0.8 : 1)), 24),
    peakQuarter: { startSecond: 9000, planned: 812, acknowledged: 806 },
    pleno: null,
    breakpoint: null,
    generatorCpu: { mean: 0.31, max: 0.58, worst10s: 0.44 },
    generatorRssBytes: 412_000_000,
    sessionsNotStarted: {},
    planDeviationMs: 0.4,
    earlyStartMs: 0.2,
    journalSha256: audit.journal.sha256,
    statusAnswers: { answered: tps, complete: audit.tps.complete },
    requests: { attempts: total.attempts, control: disturbed ? 1 : 0 },
    k6: { httpRequests: total.attempts, droppedIterations: 0, iterations: tps, exitCode: 0 },
  };
}
