import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTimeline } from './timeline.ts';

test('a fault is on from its start, and off at its end', () => {
  const timeline = createTimeline({
    startsAt: 1000,
    faults: [{ name: 'putus', type: 'outage', startMs: 500, durationMs: 100 }],
  });
  expect([1499, 1500, 1599, 1600].map((now) => timeline.inOutage(now))).toEqual([false, true, true, false]);
  expect(timeline.active(1550)).toEqual({ outage: 1, slow: 0, errors: 0 });
  expect(timeline.next(1499)).toBeNull();
  timeline.set(null);
  expect(timeline.next(1550)).toBeNull();
});

test('of faults that overlap, the longest delay counts', () => {
  const slow = (name: string, delayMs: number) => ({
    name,
    type: 'slow' as const,
    startMs: 0,
    durationMs: 10,
    delayMs,
  });
  const timeline = createTimeline({ startsAt: 0, faults: [slow('a', 20), slow('b', 50), slow('c', 30)] });
  expect(timeline.next(5)).toEqual({ outage: false, delayMs: 50, fails: false });
});

test('errors hit their share of any number of requests, to the whole request', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 500 }),
      (share, requests) => {
        const timeline = createTimeline({
          startsAt: 0,
          faults: [{ name: 'galat', type: 'errors', startMs: 0, durationMs: 10, share }],
        });
        let failed = 0;
        for (let i = 0; i < requests; i++) if (timeline.next(5)?.fails) failed++;
        expect(failed).toBe(Math.floor(requests * share));
      },
    ),
  );
});
