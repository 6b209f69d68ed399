import type { Disturbance } from '../fixtures/plan/types.ts';
import { writeJournal } from './journal.ts';
import type { Target } from './targets/target.ts';

/**
 * Asks the target to play disturbances, and journals what it said.
 * @param disturbances of the plan but those of the signal, which are none of the target's business
 * @param uploadsStartAt epoch ms from which the disturbances count
 */
export function disturb(
  target: Target,
  run: string,
  disturbances: readonly Disturbance[],
  speed: number,
  uploadsStartAt: number,
): void {
  const faults = disturbances.map(({ name, type, atSecond, durationSecond, delayMs, share }) => ({
    name,
    type,
    startMs: Math.round((atSecond * 1000) / speed),
    durationMs: Math.round((durationSecond * 1000) / speed),
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(share === undefined ? {} : { share }),
  }));
  if (faults.length === 0) return;
  // What no adapter can ask for is not written down either: nothing was sent.
  if (target.disturb === undefined) return;
  const accepted = target.disturb(uploadsStartAt, faults);
  for (const { name, type, startMs, durationMs } of faults) {
    const startsAt = uploadsStartAt + startMs;
    const endsAt = startsAt + durationMs;
    writeJournal({ v: 1, kind: 'disturbance', run, name, type, startsAt, endsAt, accepted });
  }
}
