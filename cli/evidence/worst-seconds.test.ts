import { expect, it } from 'vitest';
import { WorstSeconds } from './worst-seconds.ts';

function worstOf(values: readonly number[]): number | null {
  const worst = new WorstSeconds(10);
  for (const [i, value] of values.entries()) worst.add(i * 1000, value);
  return worst.worst;
}

it('is unknown while the samples span less', () => {
  expect(worstOf([])).toBeNull();
  expect(worstOf(Array(9).fill(100))).toBeNull();
  expect(worstOf(Array(10).fill(100))).toBe(100);
});

it('finds the worst ten seconds wherever they lie, and no shorter ones', () => {
  const quiet = Array(50).fill(10);
  expect(worstOf([...quiet, ...Array(10).fill(100), ...quiet])).toBe(100);
  expect(worstOf([...quiet, 100, ...quiet])).toBe(19);
});
