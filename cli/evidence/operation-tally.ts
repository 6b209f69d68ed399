import type { AttemptLine, ErrorClass, Operation } from '../../scenarios/journal-line.ts';
import { LastOf } from './last-of.ts';
import { LatencyRecorder } from './latency.ts';
import type { OperationMeasurement } from './types.ts';

/** The planned window of a row of operations. Epoch ms. */
export interface PlannedWindow {
  start: number;
  end: number;
}

/** What an attempt meant for its operation. */
export interface AttemptEffect {
  /** It was the first attempt at its operation. */
  offered: boolean;
  /** It was the first one that worked. */
  achieved: boolean;
}

/** Counts one operation in one phase, or many of them merged. */
export class OperationTally {
  planned = 0;
  offered = 0;
  achieved = 0;
  attempts = 0;
  firstAttemptSuccess = 0;
  refusedWithoutLogin = 0;
  bytes = 0;
  #start = Number.POSITIVE_INFINITY;
  #plannedEnd = Number.NEGATIVE_INFINITY;
  readonly #lastOffered = new LastOf();
  readonly #lastAchieved = new LastOf();
  readonly #failed = new Map<ErrorClass, number>();
  readonly #fromPlan = new LatencyRecorder();
  readonly #ofAttempt = new LatencyRecorder();
  readonly #startLag = new LatencyRecorder();

  plan(count: number, window: PlannedWindow): void {
    this.planned += count;
    this.#widen(window);
  }

  /**
   * @param plannedAt epoch ms at which the plan has the operation start
   * @param kept it comes late for a bad link that it did not go over itself
   */
  add(line: AttemptLine, plannedAt: number, { offered, achieved }: AttemptEffect, kept = false): void {
    const end = line.startedAt + line.durationMs;
    this.attempts++;
    this.bytes += line.bytes;
    this.#ofAttempt.add(line.durationMs);
    if (line.errorClass !== null)
      this.#failed.set(line.errorClass, (this.#failed.get(line.errorClass) ?? 0) + 1);
    if (offered) {
      this.offered++;
      this.#startLag.add(line.startedAt - plannedAt);
      this.#lastOffered.add(line, line.startedAt, kept);
    }
    if (achieved) {
      this.achieved++;
      if (offered && line.attempt === 1) this.firstAttemptSuccess++;
      // An attempt sent early by a rounding of the clock must not look faster than it was.
      this.#fromPlan.add(Math.max(0, line.startedAt - plannedAt) + line.durationMs);
      this.#lastAchieved.add(line, end, kept);
    }
  }

  merge(other: OperationTally): void {
    this.planned += other.planned;
    this.offered += other.offered;
    this.achieved += other.achieved;
    this.attempts += other.attempts;
    this.firstAttemptSuccess += other.firstAttemptSuccess;
    this.refusedWithoutLogin += other.refusedWithoutLogin;
    this.bytes += other.bytes;
    this.#widen({ start: other.#start, end: other.#plannedEnd });
    this.#lastOffered.merge(other.#lastOffered);
    this.#lastAchieved.merge(other.#lastAchieved);
    for (const [name, count] of other.#failed) this.#failed.set(name, (this.#failed.get(name) ?? 0) + count);
    this.#fromPlan.merge(other.#fromPlan);
    this.#ofAttempt.merge(other.#ofAttempt);
    this.#startLag.merge(other.#startLag);
  }

  measurement(phase: string | null, operation: Operation | null): OperationMeasurement {
    return {
      phase,
      operation,
      planned: this.planned,
      offered: this.offered,
      achieved: this.achieved,
      rate: {
        planned: this.#rate(this.planned, this.#plannedEnd),
        offered: this.#rate(this.offered, this.#lastOffered.at),
        achieved: this.#rate(this.achieved, this.#lastAchieved.at),
      },
      attempts: this.attempts,
      firstAttemptSuccess: this.firstAttemptSuccess,
      afterRetrySuccess: this.achieved,
      refusedWithoutLogin: this.refusedWithoutLogin,
      failedAttempts: Object.fromEntries(this.#failed),
      latencyFromPlan: this.#fromPlan.latency(),
      latencyOfAttempt: this.#ofAttempt.latency(),
      startLag: this.#startLag.latency(),
      bytes: this.bytes,
    };
  }

  #widen(window: PlannedWindow): void {
    this.#start = Math.min(this.#start, window.start);
    this.#plannedEnd = Math.max(this.#plannedEnd, window.end);
  }

  /** Operations a second from the window's start to its planned end, or to `last` where that came later. */
  #rate(count: number, last: number): number {
    const seconds = (Math.max(this.#plannedEnd, last) - this.#start) / 1000;
    return count === 0 || !(seconds > 0) ? 0 : count / seconds;
  }
}
