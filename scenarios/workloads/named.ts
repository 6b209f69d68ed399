import { constantRate } from '../../fixtures/arrival/schedule.ts';
import type { Population } from '../flows/catalog.ts';
import type { PlannedLoad } from './load.ts';
import type { WorkloadName } from './phase.ts';
import { mostSessions, ratesOf } from './rates.ts';
import { WorkloadRefused } from './refused.ts';
import { areaOf, type Corner, type Shape, shapeOf, trapezoid } from './shape.ts';

export type NamedWorkload = Exclude<WorkloadName, 'round-1' | 'round-2' | 'smoke'>;

/** Plan seconds of ramps and plateaus are those of the examples in k6's documentation, "Load test types". */
const SHAPES = {
  /** 5 min up, 30 min, 5 min down. */
  'average-load': { up: 300, hold: 1800, down: 300, of: 'mean', factor: 1 },
  /**
   * 10 min up, 30 min, 5 min down. Half as much again as the highest the plan expects (assumed: the lower end of the 50 to 100 %
   * that k6's documentation calls common, but over the peak and not the mean).
   */
  stress: { up: 600, hold: 1800, down: 300, of: 'peak', factor: 1.5 },
  /** 2 min up, 1 min down, no plateau. Five times the peak (assumed: all who would come in some minutes come at once). */
  spike: { up: 120, hold: 0, down: 60, of: 'peak', factor: 5 },
  /** 5 min up, 8 h, 5 min down. */
  soak: { up: 300, hold: 28_800, down: 300, of: 'mean', factor: 1 },
} as const satisfies Record<Exclude<NamedWorkload, 'breakpoint'>, object>;

/**
 * One ramp and no plateau. Half an hour (assumed: a quarter of the two hours of k6's example, so that the ramp passes the peak
 * early also where all TPS together are few). Readers, whose number nothing bounds, up to twenty times their peak (assumed).
 */
const BREAKPOINT = { durationSecond: 1800, readersOverPeak: 20 } as const;

/** Sessions, logins and visits of a smoke run; a few of each. */
export const SMOKE = {
  sessions: { tps: 40, pps: 4, accounts: 80, kecamatan: 2, visits: 40 },
  loginSecond: 600,
  sessionsSecond: 1800,
} as const;

/** Plan seconds per real second at which a smoke run goes unless told otherwise: its 50 minutes take 50 seconds. */
export const SMOKE_SPEED = 60;

/**
 * The arrivals of a named workload, by the load's own rates. A plan has so many TPS and accounts and no more: where a plateau
 * would need more, it ends when they are used up; the rate is kept.
 * @throws WorkloadRefused where not even the ramps can be played, or where there would be no session at all
 */
export function namedShape(workload: NamedWorkload, population: Population, load: PlannedLoad): Shape {
  const most = mostSessions(load, population);
  const shape = shapeOf(
    workload === 'breakpoint'
      ? breakpointCorners(load, population, most)
      : heldCorners(workload, load, population, most),
  );
  if (shape.count > 0) return shape;
  throw new WorkloadRefused(
    population === 'kecamatan'
      ? `${workload} would be no pleno at all: ${load.plenary.kecamatan} kecamatan are asked as a whole, and too few open theirs in its time`
      : `${workload} would be no session at all: of ${load.tps} TPS, too few arrive in its time`,
    'choose a larger part of the region, or a round',
  );
}

/** A few sessions at a constant rate. @param durationSecond plan seconds */
export function smokeShape(population: Population, load: PlannedLoad, durationSecond: number): Shape {
  const count = Math.min(SMOKE.sessions[population], mostSessions(load, population));
  return { count, durationSecond, knots: constantRate(count, durationSecond) };
}

const ONCE: Record<Population, string> = {
  tps: 'TPS, each of which uploads once',
  pps: 'PPS operators, whose TPS upload once each',
  accounts: 'accounts, each of which logs in once',
  kecamatan: 'kecamatan, each of which holds one pleno',
  visits: 'visits',
};

function heldCorners(
  workload: Exclude<NamedWorkload, 'breakpoint'>,
  load: PlannedLoad,
  population: Population,
  most: number,
): Corner[] {
  const { up, hold, down, of, factor } = SHAPES[workload];
  const rate = ratesOf(load, population)[of] * factor;
  const ramps = areaOf(trapezoid(rate, up, 0, down));
  if (ramps > most) {
    throw new WorkloadRefused(
      `${workload} would need ${Math.ceil(ramps)} sessions for its ramps alone, and the plan has ${most} ${ONCE[population]}`,
      'this plan is so steep that no smaller or larger one helps; choose average-load or breakpoint',
    );
  }
  return trapezoid(rate, up, Math.min(hold, (most - ramps) / rate), down);
}

function breakpointCorners(load: PlannedLoad, population: Population, most: number): Corner[] {
  const { durationSecond, readersOverPeak } = BREAKPOINT;
  const highest = Number.isFinite(most)
    ? (2 * most) / durationSecond
    : ratesOf(load, population).peak * readersOverPeak;
  return [
    { second: 0, rate: 0 },
    { second: durationSecond, rate: highest },
  ];
}
