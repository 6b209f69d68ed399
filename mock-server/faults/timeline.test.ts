import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTimeline } from './timeline.ts';

test('a fault is on from its start, and off at its end', () => {
  const timeline = createTimeline({
    startsAt: 1000,
    faults: [{ name: 'putus', type: 'outage', startMs: 500, durationMs: 100 }],
  });
  expect([1499, 1500, 1599, 1600].map((now) => timeline.inOutage(now))).toEqual([false, true, true, false]);
  expect(timeline.active(1550)).toMatchObject({ outage: 1, slow: 0, errors: 0, partial: 0 });
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
  expect(timeline.next(5)).toEqual({ outage: false, delayMs: 50, fails: false, cut: null });
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

test('a timeline that waits for the first request begins with it', () => {
  const timeline = createTimeline({
    startsAt: null,
    faults: [{ name: 'putus', type: 'outage', startMs: 10, durationMs: 10 }],
  });
  expect(timeline.inOutage(15)).toBe(false);
  expect(timeline.next(1000)).toBeNull();
  expect([1009, 1010, 1019, 1020].map((now) => timeline.inOutage(now))).toEqual([false, true, true, false]);
});

test('each loss of tokens counts once, in time or late, and is never taken back', () => {
  const lost = (startMs: number) => ({
    name: 'hilang',
    type: 'tokens-lost' as const,
    startMs,
    durationMs: 10,
  });
  const now = Date.now();
  const timeline = createTimeline({ startsAt: now, faults: [lost(1000), lost(2000), lost(9000)] });
  expect([999, 1000, 1500, 8000].map((after) => timeline.tokenLosses(now + after))).toEqual([0, 1, 1, 2]);
  timeline.set(null);
  expect(timeline.tokenLosses(now + 10_000)).toBe(2);
  timeline.set({ startsAt: now - 100_000, faults: [lost(1000)] });
  expect(timeline.tokenLosses(now + 10_000)).toBe(2);
});

test('the longest delay of a commit counts, and only while it is on', () => {
  const slow = (delayMs: number, durationMs: number) => ({
    name: 'lambat',
    type: 'slow-store' as const,
    startMs: 0,
    durationMs,
    delayMs,
  });
  const timeline = createTimeline({ startsAt: 0, faults: [slow(30, 20), slow(80, 10)] });
  expect([5, 15, 25].map((now) => timeline.commitDelayMs(now))).toEqual([80, 30, 0]);
});
