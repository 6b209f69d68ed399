import { ARRIVAL_TIME_UNIT_SECOND, type RateKnot } from '../../fixtures/plan/types.ts';

/** Stretches of constant rate at most; k6 reads a stage a stretch. */
const MOST_STRETCHES = 500;

/** The last arrival must not be lost to rounding; less than one arrival is none. */
const SURPLUS = 0.25;

/**
 * A rate that yields an arrival at each of these moments: constant from one to the next, so that the area grows by one between
 * them. Of more than 500, every n-th is met and those between are spread evenly.
 * Rates are rounded up, and each makes good what those before it were too much, so that no arrival comes later than its moment.
 * @param seconds ascending, plan seconds; at least one
 * @param durationSecond end of the rate; later where the last arrival is
 */
export function knotsThrough(seconds: readonly number[], durationSecond: number): RateKnot[] {
  const step = Math.ceil(seconds.length / MOST_STRETCHES);
  const knots: RateKnot[] = [];
  let from = 0;
  let done = 0;
  const stretch = (to: number, wanted: number) => {
    const rate = Math.max(0, Math.ceil(((wanted - done) * ARRIVAL_TIME_UNIT_SECOND) / (to - from)));
    knots.push({ second: from, rate }, { second: to, rate });
    done += (rate * (to - from)) / ARRIVAL_TIME_UNIT_SECOND;
    from = to;
  };
  for (let i = step - 1; i < seconds.length + step - 1; i += step) {
    const last = Math.min(i, seconds.length - 1);
    // Several at one moment are met together.
    const at = seconds[last] as number;
    if (at > from && seconds[last + 1] !== at) stretch(at, last + 1);
  }
  stretch(Math.max(durationSecond, from + 1), seconds.length + SURPLUS);
  return knots;
}
