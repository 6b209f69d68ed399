import fc from 'fast-check';
import { expect, test } from 'vitest';
import { streamOf } from '../../fixtures/plan/random.ts';
import { readFigure } from './confusion.ts';

/** Reads a figure so many times. */
function readMany(written: number, right: number, times: number): number[] {
  const stream = streamOf(7, 'test', String(written));
  return Array.from({ length: times }, () => readFigure(written, right, stream));
}

test('a figure is read right as often as asked, whatever stands there', () => {
  const times = 4000;
  for (const right of [0.5, 0.925, 0.99]) {
    for (const written of [0, 5, 8, 16, 74, 80, 105, 238, 600, 999]) {
      const hits = readMany(written, right, times).filter((value) => value === written).length;
      // Five standard deviations of a binomial: one of these 30 is outside once in 60,000 runs, and the seed is fixed.
      const bound = 5 * Math.sqrt(times * right * (1 - right));
      expect(Math.abs(hits - times * right)).toBeLessThan(bound);
    }
  }
});

test('always right at 1, never right at 0, always a figure that three boxes hold', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(),
      (written, right, seed) => {
        const stream = () => streamOf(seed, 'test', '');
        expect(readFigure(written, 1, stream())).toBe(written);
        expect(readFigure(written, 0, stream())).not.toBe(written);
        const value = readFigure(written, right, stream());
        expect(Number.isInteger(value) && value >= 0 && value <= 999).toBe(true);
      },
    ),
  );
});

test.each([
  [111, 911],
  [333, 833],
  [222, 722],
  [74, 748],
  [16, 160],
])('%i is taken for %i more often than for anything else like it', (written, likely) => {
  const wrong = readMany(written, 0.925, 20_000).filter((value) => value !== written);
  const counts = new Map<number, number>();
  for (const value of wrong) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranking = [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  expect(ranking.slice(0, 4)).toContain(likely);
});
