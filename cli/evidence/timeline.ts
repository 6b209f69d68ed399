import type { AttemptLine, Operation } from '../../scenarios/journal-line.ts';
import { LatencyRecorder } from './latency.ts';
import type { AttemptEffect } from './operation-tally.ts';
import type { Measurements, TimelineStep } from './types.ts';

/** Real seconds a step may last; neighbours differ by at most 2, so that a timeline has 60 to 120 steps. */
const STEP_SECONDS = [
  0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 180, 300, 600, 900, 1800, 3600,
];
const MOST_STEPS = 120;

/** The shortest step that cuts `durationSecond` into at most 120. */
export function stepSecondOf(durationSecond: number): number {
  const wanted = durationSecond / MOST_STEPS;
  const hour = STEP_SECONDS.at(-1) as number;
  return STEP_SECONDS.find((step) => step >= wanted) ?? Math.ceil(wanted / hour) * hour;
}

type Series = TimelineStep['uploads'];
type Kind = 'uploads' | 'logins' | 'reads' | 'confirms' | 'saves';

/** The curve that an operation belongs to; lists, status, looks at forms and manifests follow the sessions and have none; what is in a batch are uploads. */
const KINDS: Record<Operation, Kind | null> = {
  login: 'logins',
  list: null,
  upload: 'uploads',
  status: null,
  read: 'reads',
  reading: null,
  confirm: 'confirms',
  manifest: null,
  batch: null,
  'pleno-open': null,
  'pleno-look': null,
  'pleno-save': 'saves',
  'pleno-import': null,
  'pleno-finalise': null,
  'pleno-document': null,
  'pleno-publish': null,
};

/** Counts what happened in each step of a run. Times are epoch ms; what lies outside goes to the first or last step. */
export class TimelineBuilder {
  readonly stepSecond: number;
  readonly #zero: number;
  readonly #uploads: Series[];
  readonly #logins: Series[];
  readonly #reads: Series[];
  readonly #confirms: Series[];
  #confirmsPlanned = false;
  readonly #saves: Series[];
  readonly #latency: (LatencyRecorder | undefined)[] = [];
  readonly #complete: Map<string, number>[];
  readonly #areas: readonly string[];

  /**
   * @param zero start of the run
   * @param end the last thing that was planned or that happened
   * @param areas codes of the kecamatan
   */
  constructor(zero: number, end: number, areas: readonly string[]) {
    const seconds = Math.max(0, end - zero) / 1000;
    this.stepSecond = stepSecondOf(seconds);
    const count = Math.max(1, Math.ceil(seconds / this.stepSecond));
    this.#zero = zero;
    this.#areas = areas;
    this.#uploads = Array.from({ length: count }, emptySeries);
    this.#logins = Array.from({ length: count }, emptySeries);
    this.#reads = Array.from({ length: count }, emptySeries);
    this.#confirms = Array.from({ length: count }, emptySeries);
    this.#saves = Array.from({ length: count }, emptySeries);
    this.#complete = Array.from({ length: count }, () => new Map());
  }

  plan(kind: Kind, at: number): void {
    if (kind === 'confirms') this.#confirmsPlanned = true;
    this.#series(kind, at).planned++;
  }

  addAttempt(line: AttemptLine, plannedAt: number, effect: AttemptEffect): void {
    const kind = KINDS[line.operation];
    if (kind === null) return;
    const end = line.startedAt + line.durationMs;
    if (effect.offered) this.#series(kind, line.startedAt).offered++;
    if (!line.acknowledged) this.#series(kind, end).failedAttempts++;
    if (!effect.achieved) return;
    this.#series(kind, end).acknowledged++;
    if (kind !== 'uploads') return;
    const step = this.#step(end);
    const latency = this.#latency[step] ?? new LatencyRecorder();
    this.#latency[step] = latency;
    latency.add(Math.max(0, line.startedAt - plannedAt) + line.durationMs);
  }

  addComplete(kecamatan: string, at: number): void {
    const step = this.#complete[this.#step(at)];
    step?.set(kecamatan, (step.get(kecamatan) ?? 0) + 1);
  }

  timeline(): Measurements['timeline'] {
    const complete = new Map(this.#areas.map((code) => [code, 0]));
    const steps = this.#uploads.map((uploads, i): TimelineStep => {
      for (const [code, count] of this.#complete[i] ?? [])
        complete.set(code, (complete.get(code) ?? 0) + count);
      const latency = this.#latency[i]?.latency();
      return {
        second: (i + 0.5) * this.stepSecond,
        uploads,
        logins: this.#logins[i] ?? emptySeries(),
        reads: this.#reads[i] ?? emptySeries(),
        ...(this.#confirmsPlanned ? { confirms: this.#confirms[i] ?? emptySeries() } : {}),
        saves: this.#saves[i] ?? emptySeries(),
        p50: latency?.p50 ?? null,
        p95: latency?.p95 ?? null,
        tpsComplete: Object.fromEntries(complete),
      };
    });
    return { stepSecond: this.stepSecond, steps };
  }

  #series(kind: Kind, at: number): Series {
    const all = {
      uploads: this.#uploads,
      logins: this.#logins,
      reads: this.#reads,
      confirms: this.#confirms,
      saves: this.#saves,
    }[kind];
    return all[this.#step(at)] as Series;
  }

  #step(at: number): number {
    const step = Math.floor((at - this.#zero) / 1000 / this.stepSecond);
    return Math.min(this.#uploads.length - 1, Math.max(0, step));
  }
}

function emptySeries(): Series {
  return { planned: 0, offered: 0, acknowledged: 0, failedAttempts: 0 };
}
