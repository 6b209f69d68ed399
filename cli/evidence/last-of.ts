import type { AttemptLine } from '../../scenarios/journal-line.ts';

/**
 * When the last of several things happened. Of what went over bad links only where nothing went over a good one: how long a
 * link takes is no matter of the target.
 */
export class LastOf {
  #overGood = Number.NEGATIVE_INFINITY;
  #overAny = Number.NEGATIVE_INFINITY;

  /**
   * @param at epoch ms
   * @param kept it comes late for a bad link that it did not go over itself
   */
  add({ link = 'good' }: Pick<AttemptLine, 'link'>, at: number, kept = false): void {
    this.#overAny = Math.max(this.#overAny, at);
    if (link === 'good' && !kept) this.#overGood = Math.max(this.#overGood, at);
  }

  merge(other: LastOf): void {
    this.#overGood = Math.max(this.#overGood, other.#overGood);
    this.#overAny = Math.max(this.#overAny, other.#overAny);
  }

  /** Epoch ms; -Infinity where nothing happened. */
  get at(): number {
    return Number.isFinite(this.#overGood) ? this.#overGood : this.#overAny;
  }
}
