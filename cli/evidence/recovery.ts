import type { AttemptLine, DisturbanceLine } from '../../scenarios/journal-line.ts';
import type { Recovery } from './types.ts';

interface Watched {
  line: DisturbanceLine;
  failedAttempts: number;
  backlog: number;
  /** Epoch ms at which the last of the backlog was acknowledged; Infinity once one of it never was. */
  drainedAt: number;
}

/**
 * How the target came back from each disturbance. One that the target refused to play disturbed nothing: its figures
 * stay at 0 and null.
 */
export class RecoveryBook {
  readonly #watched: Watched[];
  readonly #zero: number;

  /** @param zero epoch ms of the start of the run */
  constructor(disturbances: readonly DisturbanceLine[], zero: number) {
    this.#zero = zero;
    this.#watched = disturbances.map((line) => ({
      line,
      failedAttempts: 0,
      backlog: 0,
      drainedAt: line.endsAt,
    }));
  }

  /** An attempt failed in a disturbance when it was under way at any moment of it. */
  addAttempt(attempt: AttemptLine): void {
    if (attempt.acknowledged) return;
    const end = attempt.startedAt + attempt.durationMs;
    for (const watched of this.#watched) {
      const { startsAt, endsAt, accepted } = watched.line;
      if (accepted && attempt.startedAt <= endsAt && end >= startsAt) watched.failedAttempts++;
    }
  }

  /**
   * @param plannedAt epoch ms
   * @param acknowledgedAt epoch ms, NaN when it never was
   */
  addUpload(plannedAt: number, acknowledgedAt: number): void {
    for (const watched of this.#watched) {
      const { endsAt, accepted } = watched.line;
      if (!accepted || plannedAt >= endsAt || acknowledgedAt <= endsAt) continue;
      watched.backlog++;
      const at = Number.isNaN(acknowledgedAt) ? Number.POSITIVE_INFINITY : acknowledgedAt;
      watched.drainedAt = Math.max(watched.drainedAt, at);
    }
  }

  recoveries(): Recovery[] {
    return this.#watched.map(({ line, failedAttempts, backlog, drainedAt }) => ({
      name: line.name,
      type: line.type,
      accepted: line.accepted,
      startSecond: (line.startsAt - this.#zero) / 1000,
      endSecond: (line.endsAt - this.#zero) / 1000,
      failedAttempts,
      backlog,
      drainSecond: line.accepted && Number.isFinite(drainedAt) ? (drainedAt - line.endsAt) / 1000 : null,
    }));
  }
}
