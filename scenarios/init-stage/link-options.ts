import type { Options, RampingArrivalRateScenario, Scenario } from 'k6/options';
import { ARRIVAL_TIME_UNIT_SECOND } from '../../fixtures/plan/types.ts';
import type { LinksFile } from '../signal/links-file.ts';
import type { Phase } from '../workloads/phase.ts';

/**
 * k6's options where sessions go over bad links: a VU ready for every session that a bad link keeps longer. k6 drops the iteration for which it has none, and the run would be INVALID for it.
 */
export function withLinks(
  options: Options,
  links: Pick<LinksFile, 'slow'> | null,
  phases: readonly Phase[],
  speed: number,
): Options {
  if (links === null) return options;
  const scenarios: Record<string, Scenario> = { ...options.scenarios };
  for (const phase of phases) {
    const scenario = scenarios[phase.name];
    if (phase.kind !== 'session' || scenario?.executor !== 'ramping-arrival-rate') continue;
    scenarios[phase.name] = withMoreVus(scenario, extraVus(phase, links.slow, speed));
  }
  return { ...options, scenarios };
}

/**
 * VUs for the sessions that a bad link keeps longer: all of them, or as many as start within the time that it takes one, which
 * sends its uploads once for each take and tap.
 */
export function extraVus(
  { knots, count, takes, taps }: Pick<Phase, 'knots' | 'count' | 'takes' | 'taps'>,
  { sessions, second }: LinksFile['slow'],
  speed: number,
): number {
  const peakPerSecond = (Math.max(...knots.map(({ rate }) => rate)) / ARRIVAL_TIME_UNIT_SECOND) * speed;
  return Math.min(sessions, count, Math.ceil(peakPerSecond * second * takes.length * taps));
}

function withMoreVus(scenario: RampingArrivalRateScenario, more: number): Scenario {
  const { preAllocatedVUs = 0, maxVUs = preAllocatedVUs } = scenario;
  return { ...scenario, preAllocatedVUs: Math.min(maxVUs, preAllocatedVUs + more) };
}
