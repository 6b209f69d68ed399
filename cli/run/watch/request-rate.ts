/** Real seconds that a rate is averaged over: starts that were planned for one second may fall into the next. */
export const RATE_WINDOW_SECOND = 2;

/** Older seconds than these are forgotten: no answer takes as long. */
const REMEMBERED_SECOND = 600;

/** Counts requests by the second in which they were sent. They may be told in any order. */
export class RequestRate {
  readonly #bySecond = new Map<number, number>();
  #peak = 0;

  /** @param sentAt epoch ms */
  add(sentAt: number): void {
    const second = Math.floor(sentAt / 1000);
    this.#bySecond.set(second, (this.#bySecond.get(second) ?? 0) + 1);
    for (let first = second - RATE_WINDOW_SECOND + 1; first <= second; first++) {
      let sum = 0;
      for (let i = 0; i < RATE_WINDOW_SECOND; i++) sum += this.#bySecond.get(first + i) ?? 0;
      this.#peak = Math.max(this.#peak, sum / RATE_WINDOW_SECOND);
    }
    const [oldest] = this.#bySecond.keys();
    if (this.#bySecond.size > REMEMBERED_SECOND && oldest !== undefined) this.#bySecond.delete(oldest);
  }

  /** The highest rate so far, in requests a second over {@link RATE_WINDOW_SECOND}. */
  get peak(): number {
    return this.#peak;
  }
}
