/** A moment (epoch ms) and what was measured for the time up to it. */
interface Sample {
  at: number;
  value: number;
}

/**
 * The greatest mean of samples within any `seconds` that the samples span. A mean over a whole run hides a minute
 * without any CPU left, and a single sample may be a hiccup.
 */
export class WorstSeconds {
  readonly #ms: number;
  readonly #window: Sample[] = [];
  #first: number | null = null;
  #last = 0;
  /** null while the samples span less. */
  worst: number | null = null;

  constructor(seconds: number) {
    this.#ms = seconds * 1000;
  }

  add(at: number, value: number): void {
    const before = this.#first === null ? 0 : at - this.#last;
    this.#first ??= at;
    this.#last = at;
    this.#window.push({ at, value });
    while ((this.#window[0] as Sample).at <= at - this.#ms) this.#window.shift();
    // A sample speaks of the time since the one before it, so the first one's share is taken to be as long.
    if (at - this.#first + before < this.#ms) return;
    const mean = this.#window.reduce((sum, sample) => sum + sample.value, 0) / this.#window.length;
    this.worst = Math.max(this.worst ?? 0, mean);
  }
}
