import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalSeconds, totalArrivals } from '../../fixtures/arrival/schedule.ts';
import { knotsThrough } from './knots-through.ts';

/** Ascending moments of an evening, none at its very start. */
const moments = fc
  .uniqueArray(fc.double({ min: 1, max: 39_000, noNaN: true }), { minLength: 1, maxLength: 300 })
  .map((seconds) => seconds.sort((a, b) => a - b));

describe('a rate through given moments', () => {
  it('yields exactly as many arrivals, each at its moment and none later', () => {
    fc.assert(
      fc.property(moments, (seconds) => {
        const knots = knotsThrough(seconds, 39_600);
        expect(Math.floor(totalArrivals(knots))).toBe(seconds.length);
        const arrivals = arrivalSeconds(knots, seconds.length);
        for (const [i, second] of seconds.entries()) {
          const gap = second - (seconds[i - 1] ?? 0);
          expect(arrivals[i]).toBeLessThanOrEqual(second + 1e-6);
          // A rate is a whole number per million seconds: what that rounds away of one arrival.
          expect(arrivals[i]).toBeGreaterThanOrEqual(second - gap * Math.max(0.001, gap * 1e-6) - 1e-6);
        }
      }),
    );
  });

  it('of very many meets every n-th, and those between in order', () => {
    const seconds = Array.from({ length: 2272 }, (_, i) => 20 + 15 * i + (i % 3));
    const knots = knotsThrough(seconds, 39_600);
    expect(knots.length).toBeLessThanOrEqual(2 * 501);
    const arrivals = arrivalSeconds(knots, seconds.length);
    expect(Math.max(...seconds.map((second, i) => Math.abs(second - (arrivals[i] ?? 0))))).toBeLessThan(60);
  });

  it('several at one moment come together, and the rate ends after the last', () => {
    const knots = knotsThrough([100, 100, 100], 100);
    expect(knots.at(-1)?.second).toBe(101);
    expect([...arrivalSeconds(knots, 3)].at(-1)).toBeCloseTo(100, 3);
  });
});
