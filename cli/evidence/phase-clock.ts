import type { PlannedRun } from './planned-run.ts';

/** Ties plan seconds to the real clock. All results are epoch ms. */
export class PhaseClock {
  readonly #planned: PlannedRun;
  readonly #starts: ReadonlyMap<string, number>;

  /** @param starts epoch ms of each phase's plan second 0, for the phases that wrote it to the journal */
  constructor(planned: PlannedRun, starts: ReadonlyMap<string, number>) {
    this.#planned = planned;
    this.#starts = starts;
  }

  /** Plan second 0 of the run. */
  get zero(): number {
    return this.startOf(this.#planned.phases[0]?.phase.name ?? '');
  }

  /** Epoch ms of `second` plan seconds after the start of a phase. */
  at(phase: string, second: number): number {
    return this.startOf(phase) + this.#realMs(second);
  }

  /**
   * Where a phase never started, its start follows from the nearest phase that did; without any, from the run's own
   * start in run.json.
   */
  startOf(phase: string): number {
    const known = this.#starts.get(phase);
    if (known !== undefined) return known;
    const startSecond = this.#planned.phaseNamed(phase)?.phase.startSecond ?? 0;
    let best: { distance: number; start: number } | null = null;
    for (const { phase: other } of this.#planned.phases) {
      const start = this.#starts.get(other.name);
      const ahead = startSecond - other.startSecond;
      if (start === undefined || (best !== null && Math.abs(ahead) >= best.distance)) continue;
      best = { distance: Math.abs(ahead), start: start + this.#realMs(ahead) };
    }
    return best?.start ?? Date.parse(this.#planned.run.startedAt) + this.#realMs(startSecond);
  }

  #realMs(planSeconds: number): number {
    return (planSeconds * 1000) / this.#planned.run.speed;
  }
}
