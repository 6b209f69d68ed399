import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LatencyRecorder } from './latency.ts';

const duration = fc.oneof(
  fc.double({ min: 0, max: 3_600_000, noNaN: true }),
  fc.double({ min: 0, max: 20, noNaN: true }),
);
const durations = fc.array(duration, { minLength: 1, maxLength: 400 });

/** The smallest sample that at least `percent` of the samples do not exceed. */
function bruteForce(samples: readonly number[], percent: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] as number;
}

function recorderOf(samples: readonly number[]): LatencyRecorder {
  const recorder = new LatencyRecorder();
  for (const sample of samples) recorder.add(sample);
  return recorder;
}

describe('latency', () => {
  it('has the percentiles of the samples to 0.1%, and the exact maximum', () => {
    fc.assert(
      fc.property(durations, (samples) => {
        const latency = recorderOf(samples).latency();
        expect(latency.samples).toBe(samples.length);
        expect(latency.max).toBe(Math.max(...samples));
        for (const percent of [50, 90, 95, 99] as const) {
          const exact = bruteForce(samples, percent);
          const found = latency[`p${percent}`] as number;
          expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact * 0.001 + 0.001);
        }
      }),
    );
  });

  it('merges to what all samples together give', () => {
    fc.assert(
      fc.property(durations, durations, (a, b) => {
        const merged = recorderOf(a);
        merged.merge(recorderOf(b));
        expect(merged.latency()).toEqual(recorderOf([...a, ...b]).latency());
      }),
    );
  });

  it('merges with nothing to itself', () => {
    const merged = new LatencyRecorder();
    merged.merge(recorderOf([5]));
    merged.merge(new LatencyRecorder());
    expect(merged.latency()).toEqual({ samples: 1, p50: 5, p90: 5, p95: 5, p99: 5, max: 5 });
  });

  it('has no figure without a sample', () => {
    expect(new LatencyRecorder().latency()).toEqual({
      samples: 0,
      p50: null,
      p90: null,
      p95: null,
      p99: null,
      max: null,
    });
  });

  it('counts a negative duration as 0', () => {
    expect(recorderOf([-3]).latency()).toMatchObject({ samples: 1, p50: 0, max: 0 });
  });
});
