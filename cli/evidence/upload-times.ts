import { keptByLink } from './kept-by-link.ts';
import { LatencyRecorder } from './latency.ts';
import type { PhaseClock } from './phase-clock.ts';
import type { PlannedPhase, PlannedRun } from './planned-run.ts';
import type { Latency, PeakQuarter, Recovery } from './types.ts';

const QUARTER_SECOND = 900;

/** Epoch ms in which a disturbance or its backlog could delay what is sent from a kecamatan; null: from anywhere. */
interface Window {
  kecamatan: string | null;
  start: number;
  end: number;
}

/** When each upload of a run was planned and when it was acknowledged. Epoch ms, by the upload's number; NaN: never. */
export class UploadTimes {
  readonly plannedAt: Float64Array;
  readonly acknowledgedAt: Float64Array;
  readonly #planned: PlannedRun;
  readonly #clock: PhaseClock;

  constructor(planned: PlannedRun, clock: PhaseClock) {
    this.plannedAt = new Float64Array(planned.uploadCount).fill(Number.NaN);
    this.acknowledgedAt = new Float64Array(planned.uploadCount).fill(Number.NaN);
    this.#planned = planned;
    this.#clock = clock;
  }

  /**
   * Latency from plan of the uploads that no disturbance could touch: not under way in one nor while its backlog was worked
   * off, and of a session that did not start then either, since it may still be waiting for its login. Nor of one that a bad
   * link keeps, which is nothing the target could do better.
   */
  undisturbed(recoveries: readonly Recovery[]): Latency {
    const latency = new LatencyRecorder();
    const all = recoveries.filter(({ accepted }) => accepted).map((one) => this.#window(one));
    for (const phase of this.#planned.uploadingPhases) {
      for (const [turn, start] of phase.turnSecond.entries()) {
        const tps = this.#planned.sessionTps(phase, turn);
        if (keptByLink(this.#planned, phase, turn)) continue;
        const windows = all.filter(({ kecamatan }) => kecamatan === null || kecamatan === tps?.sendsFrom);
        const disturbed = (from: number, to: number) =>
          windows.some((window) => from <= window.end && to >= window.start);
        const startAt = this.#clock.at(phase.phase.name, start);
        if (disturbed(startAt, startAt)) continue;
        for (const upload of uploadsOf(phase, turn)) {
          const plannedAt = this.plannedAt[upload] ?? Number.NaN;
          const acknowledgedAt = this.acknowledgedAt[upload] ?? Number.NaN;
          if (Number.isNaN(acknowledgedAt) || disturbed(plannedAt, acknowledgedAt)) continue;
          latency.add(acknowledgedAt - plannedAt);
        }
      }
    }
    return latency.latency();
  }

  /** A mean over the whole night hides a peak that the target could not carry and worked off later. */
  peakQuarter(): PeakQuarter | null {
    const phase = this.#planned.mainPhase;
    if (phase === null) return null;
    const planned: number[] = [];
    const acknowledged: number[] = [];
    for (const turn of phase.turnSecond.keys()) {
      for (const upload of uploadsOf(phase, turn)) {
        this.#countIn(planned, phase, this.plannedAt[upload]);
        this.#countIn(acknowledged, phase, this.acknowledgedAt[upload]);
      }
    }
    const most = planned.reduce((best, count) => Math.max(best, count ?? 0), 0);
    if (most === 0) return null;
    const peak = planned.indexOf(most);
    return { startSecond: peak * QUARTER_SECOND, planned: most, acknowledged: acknowledged[peak] ?? 0 };
  }

  #countIn(quarters: number[], { phase }: PlannedPhase, at: number | undefined): void {
    const second = (((at ?? Number.NaN) - this.#clock.startOf(phase.name)) / 1000) * this.#planned.run.speed;
    if (Number.isNaN(second)) return;
    const quarter = Math.max(0, Math.floor(second / QUARTER_SECOND));
    quarters[quarter] = (quarters[quarter] ?? 0) + 1;
  }

  #window({ startSecond, endSecond, drainSecond, kecamatan }: Recovery): Window {
    const { zero } = this.#clock;
    const drain = drainSecond ?? Number.POSITIVE_INFINITY;
    return { kecamatan, start: zero + startSecond * 1000, end: zero + (endSecond + drain) * 1000 };
  }
}

function* uploadsOf({ firstUpload }: PlannedPhase, turn: number): Generator<number> {
  const end = firstUpload?.[turn + 1] ?? 0;
  for (let upload = firstUpload?.[turn] ?? 0; upload < end; upload++) yield upload;
}
