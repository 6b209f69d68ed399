import type { Disturbance } from '../../fixtures/plan/types.ts';
import { linkFigures } from '../../fixtures/signal/links.ts';
import type { DisturbanceEffect } from './types.ts';

/** What was seen while a disturbance lasted. */
export interface Seen {
  attempts: number;
  failedAttempts: number;
  /** Median duration of the attempts that started in it, and of those that started in none; ms, null without any. */
  medianMs: number | null;
  medianOutsideMs: number | null;
}

/**
 * Half of the added delay: halfway between a target that adds nothing and one that adds all of it, so that neither the
 * target's own slowness nor its ups and downs are taken for it.
 */
const DELAY_SHARE = 0.5;

/** So unlikely must it be that a share of errors spares every attempt before their absence says that none were played. */
const CHANCE = 0.001;

/**
 * Whether a disturbance that the target agreed to play was felt. What a target promises is not what it does: one that
 * answers as always through an outage was never out.
 */
export function effectOf(
  disturbance: Pick<Disturbance, 'type' | 'delayMs' | 'share' | 'link'>,
  seen: Seen,
): DisturbanceEffect {
  const { type, share } = disturbance;
  const { attempts, failedAttempts, medianMs, medianOutsideMs } = seen;
  if (type === 'slow' || type === 'signal-weak') {
    if (medianMs === null) return 'unknown';
    return medianMs >= (medianOutsideMs ?? 0) + DELAY_SHARE * addedMs(disturbance) &&
      medianMs > (medianOutsideMs ?? 0)
      ? 'observed'
      : 'absent';
  }
  if (failedAttempts > 0) return 'observed';
  const spared = type === 'errors' ? (1 - (share ?? 1)) ** attempts : Number(attempts === 0);
  return spared > CHANCE ? 'unknown' : 'absent';
}

/** Real ms that it adds to every attempt; a bad link adds at least its round trip. */
function addedMs({ delayMs, link }: Pick<Disturbance, 'delayMs' | 'link'>): number {
  return delayMs ?? (link === undefined ? 0 : linkFigures(link).rttMs);
}
