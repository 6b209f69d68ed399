import { expect, it } from 'vitest';
import { RequestRate } from './request-rate.ts';

it('is the highest mean of two seconds, in whatever order requests are told', () => {
  const rate = new RequestRate();
  const at = [1000, 1900, 2100, 2200, 2300, 9000];
  for (const ms of [...at].reverse()) rate.add(ms);
  expect(rate.peak).toBe(2.5);
});

it('a start that slips into the next second is no higher rate', () => {
  const rate = new RequestRate();
  for (let second = 0; second < 10; second++) {
    const slipped = second === 4 ? 20 : 0;
    for (let i = 0; i < 100; i++) rate.add(second * 1000 + (i < slipped ? 1000 : 0) + i);
  }
  expect(rate.peak).toBeLessThanOrEqual(110);
});

it('forgets no peak in a run of hours', () => {
  const rate = new RequestRate();
  for (let i = 0; i < 50; i++) rate.add(500);
  for (let second = 1; second < 5000; second++) rate.add(second * 1000);
  expect(rate.peak).toBe(25.5);
});
