import { hasBadLink } from './link-book.ts';
import { type PlannedPhase, type PlannedRun, sessionOf, turnsOf } from './planned-run.ts';

/**
 * Whether how long the uploads of a TPS took is a matter of a bad link: its own, or that of a TPS at which the same operator of the
 * PPS was kept before.
 * @param turn place among the TPS of the phase's sessions
 */
export function keptByLink(planned: PlannedRun, phase: PlannedPhase, turn: number): boolean {
  const [first] = turnsOf(phase, sessionOf(phase, turn));
  for (let earlier = first; earlier <= turn; earlier++) {
    const tps = planned.sessionTps(phase, earlier);
    if (tps !== null && hasBadLink(planned.run, tps)) return true;
  }
  return false;
}
