import type { Population } from '../flows/catalog.ts';
import type { PlannedLoad } from './load.ts';

/**
 * Voters to one visit of the published results in a run (assumed: no count of the real pages' visitors is public; at 2,272 TPS
 * it makes 1,242 visits and some thirteen thousand files).
 */
const VOTERS_PER_VISIT = 1000;

/** Kecamatan open their plenary within this time in a named workload (assumed: an hour, so that the ramps fit few of them). */
const NAMED_OPENING_SECOND = 3600;

/** Arrivals a plan second: over the time in which they arrive, and where most do. */
export interface Rates {
  mean: number;
  peak: number;
}

/** Sessions of a population in a whole run of the load. */
export function populationOf(load: PlannedLoad, population: Population): number {
  switch (population) {
    case 'tps':
      return load.tps;
    case 'pps':
      return load.pps?.tpsOf.length ?? 0;
    case 'accounts':
      return load.accounts;
    case 'kecamatan':
      return load.plenary.kecamatan;
    case 'visits':
      return Math.ceil(load.voters / VOTERS_PER_VISIT);
  }
}

/**
 * How fast a population arrives by the plan. TPS: by their curve. Accounts: at most as in the login storm, on average once over
 * storm and curve. PPS operators: so that as many TPS come with them as come by themselves. Kecamatan: evenly over an hour. Readers:
 * by the curve of the TPS, since they look when results come in (assumed).
 */
export function ratesOf(load: PlannedLoad, population: Population): Rates {
  const { rates, workload, tps } = load;
  const all = populationOf(load, population);
  switch (population) {
    case 'tps':
      return rates;
    case 'accounts': {
      const { login, arrivals } = workload;
      return {
        mean: all / (login.durationSecond + arrivals.durationSecond),
        peak: all / login.durationSecond,
      };
    }
    case 'kecamatan': {
      const rate = all / NAMED_OPENING_SECOND;
      return { mean: rate, peak: rate };
    }
    case 'pps':
    case 'visits':
      return { mean: (rates.mean * all) / tps, peak: (rates.peak * all) / tps };
  }
}

/**
 * Sessions that there can be at most: a TPS uploads once in a run, with or without the PPS, an account logs in once, a kecamatan
 * holds one pleno; reading is free.
 */
export function mostSessions(load: PlannedLoad, population: Population): number {
  return population === 'visits' ? Number.POSITIVE_INFINITY : populationOf(load, population);
}
