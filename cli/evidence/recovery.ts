import type { Disturbance } from '../../fixtures/plan/types.ts';
import type { AttemptLine, DisturbanceLine } from '../../scenarios/journal-line.ts';
import { effectOf } from './disturbance-effect.ts';
import { LatencyRecorder } from './latency.ts';
import type { PlannedUpload } from './planned-run.ts';
import type { Recovery } from './types.ts';

/** A disturbance as the plan has it, on the real clock. */
export interface PlannedDisturbance {
  disturbance: Disturbance;
  /** Epoch ms. */
  startsAt: number;
  endsAt: number;
}

interface Watched {
  line: Pick<DisturbanceLine, 'name' | 'type' | 'startsAt' | 'endsAt' | 'accepted'>;
  /** Only what is sent from there is touched; null: everything. */
  kecamatan: string | null;
  planned: Disturbance | null;
  attempts: number;
  failedAttempts: number;
  /** Of the attempts that started in it. */
  durations: LatencyRecorder;
  backlog: number;
  late: number;
  lateUnsafe: number;
  /** Epoch ms at which the last of the backlog was acknowledged; Infinity once one of it never was. */
  drainedAt: number;
  /** The same of what went over good links; null where nothing of the backlog did. */
  drainedOverGoodAt: number | null;
}

/**
 * How the target came back from each disturbance. One that the target refused to play disturbed nothing: its figures
 * stay at 0 and null. One that the plan has and the journal has not counts as refused.
 */
export class RecoveryBook {
  readonly #watched: Watched[];
  readonly #outside = new LatencyRecorder();
  readonly #zero: number;
  readonly #unsafe: ReadonlySet<string> | null;

  /**
   * @param zero epoch ms of the start of the run
   * @param unsafe keys of acknowledged uploads that are not safely stored; null where nobody has looked
   */
  constructor(
    lines: readonly DisturbanceLine[],
    planned: readonly PlannedDisturbance[],
    zero: number,
    unsafe: ReadonlySet<string> | null,
  ) {
    this.#zero = zero;
    this.#unsafe = unsafe;
    const known = lines.map((line) =>
      watched(
        line,
        planned.find(({ disturbance }) => isSame(disturbance, line))?.disturbance ?? null,
        line.kecamatan,
      ),
    );
    const missing = planned
      .filter(({ disturbance }) => !lines.some((line) => isSame(disturbance, line)))
      .map(({ disturbance, startsAt, endsAt }) => {
        const { name, type } = disturbance;
        return watched({ name, type, startsAt, endsAt, accepted: false }, disturbance);
      });
    this.#watched = [...known, ...missing];
  }

  /**
   * An attempt was made in a disturbance when it was under way at any moment of it.
   * @param from code of the kecamatan from which it was sent; null where that is not known
   */
  addAttempt({ startedAt, durationMs, acknowledged }: AttemptLine, from: string | null): void {
    const end = startedAt + durationMs;
    let inside = false;
    for (const one of this.#watched) {
      const { startsAt, endsAt, accepted } = one.line;
      if (!accepted || !touches(one, from) || startedAt > endsAt || end < startsAt) continue;
      inside = true;
      one.attempts++;
      if (!acknowledged) one.failedAttempts++;
      if (startedAt >= startsAt) one.durations.add(durationMs);
    }
    if (!inside) this.#outside.add(durationMs);
  }

  /**
   * @param plannedAt epoch ms
   * @param acknowledgedAt epoch ms, NaN when it never was
   * @param badLink how long it took is a matter of its link
   */
  addUpload(
    { key, tps }: Pick<PlannedUpload, 'key' | 'tps'>,
    plannedAt: number,
    acknowledgedAt: number,
    badLink: boolean,
  ): void {
    for (const one of this.#watched) {
      const { endsAt, accepted } = one.line;
      if (!accepted || !touches(one, tps.sendsFrom)) continue;
      if (plannedAt >= endsAt || acknowledgedAt <= endsAt) continue;
      one.backlog++;
      const never = Number.isNaN(acknowledgedAt);
      one.drainedAt = Math.max(one.drainedAt, never ? Number.POSITIVE_INFINITY : acknowledgedAt);
      if (!badLink || never)
        one.drainedOverGoodAt = Math.max(
          one.drainedOverGoodAt ?? 0,
          never ? Number.POSITIVE_INFINITY : acknowledgedAt,
        );
      if (never) continue;
      one.late++;
      if (this.#unsafe?.has(key)) one.lateUnsafe++;
    }
  }

  recoveries(): Recovery[] {
    const medianOutsideMs = this.#outside.latency().p50;
    return this.#watched.map((one) => {
      const { line, kecamatan, planned, attempts, failedAttempts, durations, backlog } = one;
      // What bad links kept does not tell how the target came back, unless there is nothing else.
      const drainedAt = one.drainedOverGoodAt ?? one.drainedAt;
      const { name, type, accepted, startsAt, endsAt } = line;
      const seen = { attempts, failedAttempts, medianMs: durations.latency().p50, medianOutsideMs };
      return {
        name,
        type,
        kecamatan,
        planned: planned !== null,
        accepted,
        effect: accepted && planned !== null ? effectOf(planned, seen) : null,
        ...seen,
        startSecond: (startsAt - this.#zero) / 1000,
        endSecond: (endsAt - this.#zero) / 1000,
        backlog,
        drainSecond: accepted && Number.isFinite(drainedAt) ? (drainedAt - endsAt) / 1000 : null,
        late: one.late,
        lateUnsafe: this.#unsafe === null ? null : one.lateUnsafe,
      };
    });
  }
}

function watched(
  line: Watched['line'],
  planned: Disturbance | null,
  kecamatan = planned?.kecamatan,
): Watched {
  return {
    line,
    kecamatan: kecamatan ?? null,
    planned,
    attempts: 0,
    failedAttempts: 0,
    durations: new LatencyRecorder(),
    backlog: 0,
    late: 0,
    lateUnsafe: 0,
    drainedAt: line.endsAt,
    drainedOverGoodAt: null,
  };
}

function touches({ kecamatan }: Watched, from: string | null): boolean {
  return kecamatan === null || kecamatan === from;
}

function isSame(planned: Disturbance, line: Watched['line']): boolean {
  return planned.name === line.name && planned.type === line.type;
}
