import { formatElapsed } from '../../language/durations.ts';
import type { Tick } from './plot.ts';

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];
/** As many labels as a phone's width holds. */
const MOST_TICKS = 6;

/** Ticks of a time axis of `endSecond` at round times. */
export function elapsedTicks(endSecond: number): Tick[] {
  if (!(endSecond > 0)) return [];
  const step = STEPS.find((each) => endSecond / each <= MOST_TICKS) ?? Math.ceil(endSecond / MOST_TICKS);
  const ticks: Tick[] = [];
  for (let second = 0; second <= endSecond; second += step)
    ticks.push({ at: second / endSecond, text: formatElapsed(second) });
  return ticks;
}
