import {
  ARRIVAL_TIME_UNIT_SECOND,
  type Plan,
  type RateKnot,
  type WorkloadModel,
} from '../../fixtures/plan/types.ts';

/** What a run can ask for: a whole plan or a part of one. */
export interface PlannedLoad {
  /** The plan's, with the arrivals of the TPS below. */
  workload: WorkloadModel;
  tps: number;
  accounts: number;
  voters: number;
  plenary: PlannedPlenary;
  /**
   * TPS sessions a plan second. mean: of the TPS that submit online, over the time in which they do; of all, where none does.
   * peak: where the curve of all TPS is highest.
   */
  rates: { mean: number; peak: number };
  /** What operators of the PPS have to do; null where nobody asks, or there are none. */
  pps: PpsLoad | null;
}

/** What the PPS operators of a load have to do. */
export interface PpsLoad {
  /** TPS of each operator that has any, in order of their first one's arrival. */
  tpsOf: ArrayLike<number>;
  /** TPS of the operator that has most. */
  most: number;
  /** Plan seconds from an operator's first operation to the last, of the one that takes longest. */
  longestSecond: { asTheyArrive: number; atOnce: number };
  /** A rate that has each operator start when the first of its TPS arrives. */
  arrivals: { durationSecond: number; knots: RateKnot[] };
}

/** The plenaries that can be held. */
export interface PlannedPlenary {
  /** Kecamatan whose every TPS is asked and whose PPK has an admin. */
  kecamatan: number;
  /** Operators of each PPK who log in for it. */
  operators: number;
  /** Forms of the kecamatan with most of them, at most. */
  mostForms: number;
}

/** Of a load without a pleno. */
export const NO_PLENARY: PlannedPlenary = { kecamatan: 0, operators: 0, mostForms: 0 };

/** The load of a whole plan. */
export function loadOf(
  { workload, counts }: Pick<Plan, 'workload' | 'counts'>,
  plenary = NO_PLENARY,
): PlannedLoad {
  const { tps, accounts, voters } = counts;
  return { workload, tps, accounts, voters, plenary, rates: ratesOf(workload, tps), pps: null };
}

function ratesOf({ arrivals }: WorkloadModel, tps: number): PlannedLoad['rates'] {
  const peak = Math.max(...arrivals.knots.map(({ rate }) => rate)) / ARRIVAL_TIME_UNIT_SECOND;
  const online = arrivals.ways.find(({ way }) => way === 'online');
  const span = online === undefined ? 0 : online.lastSecond - online.firstSecond;
  const mean = online === undefined || span === 0 ? tps / arrivals.durationSecond : online.count / span;
  return { mean, peak };
}
