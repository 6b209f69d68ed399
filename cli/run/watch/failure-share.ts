import type { FailureLimit } from '../../../scenarios/permission/permission.ts';

/** Share of failed attempts among those of the last seconds. */
export class FailureShare {
  readonly #limit: FailureLimit;
  readonly #ends: { at: number; failed: boolean }[] = [];
  #failed = 0;

  constructor(limit: FailureLimit) {
    this.#limit = limit;
  }

  /** @param endedAt epoch ms */
  add(endedAt: number, failed: boolean): void {
    this.#ends.push({ at: endedAt, failed });
    if (failed) this.#failed++;
  }

  /** The share at a moment where it is above the limit, else null. @param now epoch ms */
  exceeded(now: number): { share: number; attempts: number } | null {
    const { withinSecond, minimumAttempts, failedShare } = this.#limit;
    const old = now - withinSecond * 1000;
    let gone = 0;
    for (const { at, failed } of this.#ends) {
      if (at >= old) break;
      gone++;
      if (failed) this.#failed--;
    }
    this.#ends.splice(0, gone);
    const attempts = this.#ends.length;
    const share = attempts === 0 ? 0 : this.#failed / attempts;
    return attempts >= minimumAttempts && share > failedShare ? { share, attempts } : null;
  }
}
