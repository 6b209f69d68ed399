import { build, type Histogram } from 'hdr-histogram-js';
import type { Latency } from './types.ts';

const MICROSECONDS = 1000;

/**
 * Durations in µs in a histogram that merges without loss, so that percentiles over several phases or generators come
 * from all the samples and never from other percentiles. A percentile is at most 0.1% above the true value; the
 * maximum is exact.
 */
export class LatencyRecorder {
  readonly #histogram: Histogram = build({ autoResize: true, numberOfSignificantValueDigits: 3 });
  #max = 0;

  /** Negative durations, which only clocks that disagree can produce, count as 0. */
  add(milliseconds: number): void {
    const value = Math.max(0, milliseconds);
    this.#histogram.recordValue(Math.round(value * MICROSECONDS));
    if (value > this.#max) this.#max = value;
  }

  merge(other: LatencyRecorder): void {
    this.#histogram.add(other.#histogram);
    this.#max = Math.max(this.#max, other.#max);
  }

  latency(): Latency {
    const samples = this.#histogram.totalCount;
    if (samples === 0) return { samples: 0, p50: null, p90: null, p95: null, p99: null, max: null };
    return {
      samples,
      p50: this.#percentile(50),
      p90: this.#percentile(90),
      p95: this.#percentile(95),
      p99: this.#percentile(99),
      max: this.#max,
    };
  }

  /** The histogram answers with the upper end of a bucket, which can lie above the greatest sample. */
  #percentile(percent: number): number {
    return Math.min(this.#max, this.#histogram.getValueAtPercentile(percent) / MICROSECONDS);
  }
}
