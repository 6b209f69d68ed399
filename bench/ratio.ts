/** The middle of the sorted values; the mean of the two middle ones for an even number. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** One figure of docs/benchmarks.md. */
export interface BenchResult {
  name: string;
  /** What is to be reached, in words. */
  goal: string;
  reached: boolean;
  /** The figure the goal is about, with every pair's own value beside. */
  figure: string;
  details: string[];
}

/** A ratio with the spread it came from, e.g. `1.04 (0.98–1.09, 5 pairs)`. */
export function ratioText(ratios: number[]): string {
  const low = Math.min(...ratios).toFixed(2);
  const high = Math.max(...ratios).toFixed(2);
  return `${median(ratios).toFixed(2)} (${low}–${high}, ${ratios.length} pairs)`;
}
