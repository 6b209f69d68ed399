import { expect, it } from 'vitest';
import { FailureShare } from './failure-share.ts';

const limit = { failedShare: 0.5, withinSecond: 10, minimumAttempts: 20 };

it('looks back on the last seconds only', () => {
  const share = new FailureShare(limit);
  for (let i = 0; i < 100; i++) share.add(i, false);
  for (let i = 0; i < 30; i++) share.add(9000, true);
  expect(share.exceeded(9500)).toBeNull();
  expect(share.exceeded(10_100)).toEqual({ share: 1, attempts: 30 });
  expect(share.exceeded(19_100)).toBeNull();
});

it('decides nothing by a few attempts, nor by just the limit', () => {
  const few = new FailureShare(limit);
  for (let i = 0; i < 19; i++) few.add(1, true);
  expect(few.exceeded(2)).toBeNull();
  few.add(1, true);
  expect(few.exceeded(2)).toEqual({ share: 1, attempts: 20 });

  const half = new FailureShare(limit);
  for (let i = 0; i < 40; i++) half.add(1, i % 2 === 0);
  expect(half.exceeded(2)).toBeNull();
});
