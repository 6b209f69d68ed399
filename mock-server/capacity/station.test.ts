import { expect, test } from 'vitest';
import { serviceTimes } from './service-time.ts';
import { createStation, type Passage } from './station.ts';
import { meanWait } from './testing/erlang.ts';
import { capacityOf, offer } from './testing/offer.ts';
import { createSimulatedClock } from './testing/simulated-clock.ts';

const MEAN_MS = 100;
const exponential = { distribution: 'exponential', meanMs: MEAN_MS } as const;
const constant = { distribution: 'constant', meanMs: MEAN_MS } as const;

test.each([
  [1, 0.5],
  [1, 0.8],
  [4, 0.7],
  [4, 0.9],
  [20, 0.95],
])('%i workers at %f of what they can: the mean wait is Erlang C’s', (workers, utilisation) => {
  const perSecond = (utilisation * workers * 1000) / MEAN_MS;
  const { meanWaitMs } = offer(capacityOf(workers, exponential), perSecond, 400_000 / perSecond);
  const expected = meanWait(workers, utilisation * workers, MEAN_MS);
  expect(Math.abs(meanWaitMs / expected - 1)).toBeLessThan(0.1);
});

test('with constant service the mean wait is half of that: Pollaczek and Khinchine’s', () => {
  const { meanWaitMs } = offer(capacityOf(1, constant), 8, 50_000);
  expect(Math.abs(meanWaitMs / (meanWait(1, 0.8, MEAN_MS) / 2) - 1)).toBeLessThan(0.05);
});

test('with lognormal service the wait grows with the square of cv', () => {
  const lognormal = { distribution: 'lognormal', meanMs: MEAN_MS, cv: 1.5 } as const;
  const { meanWaitMs } = offer(capacityOf(1, lognormal), 5, 100_000);
  const expected = (meanWait(1, 0.5, MEAN_MS) * (1 + 1.5 ** 2)) / 2;
  expect(Math.abs(meanWaitMs / expected - 1)).toBeLessThan(0.1);
});

test('latency climbs before the ceiling, and the ceiling is workers / mean service time', () => {
  const capacity = capacityOf(5, exponential, { queue: 50 });
  const ceiling = 50;
  const [low, near, above, far] = [25, 47, 75, 200].map((rate) => offer(capacity, rate, 2_000)) as [
    ReturnType<typeof offer>,
    ReturnType<typeof offer>,
    ReturnType<typeof offer>,
    ReturnType<typeof offer>,
  ];
  expect(low.full).toBe(0);
  expect(near.meanWaitMs).toBeGreaterThan(10 * low.meanWaitMs);
  expect(above.full).toBeGreaterThan(0);
  for (const { perSecond } of [above, far]) expect(Math.abs(perSecond / ceiling - 1)).toBeLessThan(0.02);
});

test('whoever waits too long is refused at that moment, and takes no worker', () => {
  const clock = createSimulatedClock();
  const capacity = capacityOf(1, constant, { queueTimeoutMs: 150 });
  const station = createStation(capacity, serviceTimes(capacity), clock);
  const left: [number, Passage][] = [];
  for (let i = 0; i < 4; i++) station.pass('login', (passage) => left.push([clock.now(), passage]));
  expect([station.busy(), station.waiting()]).toEqual([1, 3]);
  clock.runUntil(1000);
  expect(left).toEqual([
    [100, 'served'],
    [150, 'timeout'],
    [150, 'timeout'],
    [200, 'served'],
  ]);
  expect([station.busy(), station.waiting()]).toEqual([0, 0]);
});

test('timers that are late delay answers and cost no throughput', () => {
  const exact = createSimulatedClock();
  const late = {
    now: exact.now,
    after: (ms: number, call: () => void) => exact.after(Math.ceil(ms) + 2, call),
  };
  const capacity = capacityOf(1, { distribution: 'constant', meanMs: 5.5 });
  const station = createStation(capacity, serviceTimes(capacity), late);
  let served = 0;
  for (let i = 0; i < 1000; i++) station.pass('upload', () => served++);
  exact.runUntil(5500 + 4);
  expect(served).toBe(1000);
});

test('the same seed gives the same day', () => {
  const lognormal = { distribution: 'lognormal', meanMs: 50, cv: 1 } as const;
  const day = (seed: number) => offer(capacityOf(3, lognormal, { seed, queue: 5 }), 55, 100);
  expect(day(1)).toEqual(day(1));
  expect(day(1)).not.toEqual(day(2));
});
