import type { RateKnot } from '../../fixtures/plan/types.ts';
import { knotsThrough } from './knots-through.ts';
import { NO_PLENARY, type PlannedLoad } from './load.ts';

/** A TPS of a part: its code and when the plan has it arrive, in plan seconds after voting closes. */
export interface PartArrival {
  kode: string;
  arrivalSecond: number;
}

/**
 * Whether a TPS, or an account by its scope, belongs to a part. Codes are nested: 6 digits a kecamatan, 10 a kelurahan, 13 a TPS.
 * @param codes of the kecamatan, kelurahan and TPS that make up the part; null for the whole plan
 */
export function inPart(codes: readonly string[] | null, code: string): boolean {
  return codes === null || codes.some((area) => code.startsWith(area));
}

/**
 * The load of a part of a plan: its TPS, each when the plan has it arrive, and its accounts. Rates and readers are the plan's,
 * by the part's share of the TPS.
 * @param arrivals of the part's TPS, in order of arrival
 * @param accounts whose scope lies in the part
 * @param plenary of the kecamatan that it has as a whole
 */
export function loadOfPart(
  whole: PlannedLoad,
  arrivals: readonly PartArrival[],
  accounts: number,
  plenary = NO_PLENARY,
): PlannedLoad {
  const share = arrivals.length / whole.tps;
  const { durationSecond } = whole.workload.arrivals;
  const knots: RateKnot[] = knotsThrough(
    arrivals.map(({ arrivalSecond }) => arrivalSecond),
    durationSecond,
  );
  return {
    workload: {
      ...whole.workload,
      arrivals: { ...whole.workload.arrivals, durationSecond: knots.at(-1)?.second ?? durationSecond, knots },
    },
    tps: arrivals.length,
    accounts,
    voters: Math.round(whole.voters * share),
    plenary,
    rates: { mean: whole.rates.mean * share, peak: whole.rates.peak * share },
    pps: null,
  };
}
