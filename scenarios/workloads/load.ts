import { ARRIVAL_TIME_UNIT_SECOND, type Plan, type WorkloadModel } from '../../fixtures/plan/types.ts';
import type { PpsLoad } from './pps-load.ts';

/** What a run can ask for: a whole plan or a part of one. */
export interface PlannedLoad {
  /** The plan's, with the arrivals of the TPS below. */
  workload: WorkloadModel;
  tps: number;
  accounts: number;
  voters: number;
  /**
   * TPS sessions a plan second. mean: of the TPS that submit online, over the time in which they do; of all, where none does.
   * peak: where the curve of all TPS is highest.
   */
  rates: { mean: number; peak: number };
  /** What operators of the PPS have to do; null where nobody asks, or there are none. */
  pps: PpsLoad | null;
}

/** The load of a whole plan. */
export function loadOf({ workload, counts }: Pick<Plan, 'workload' | 'counts'>): PlannedLoad {
  const { tps, accounts, voters } = counts;
  return { workload, tps, accounts, voters, rates: ratesOf(workload, tps), pps: null };
}

function ratesOf({ arrivals }: WorkloadModel, tps: number): PlannedLoad['rates'] {
  const peak = Math.max(...arrivals.knots.map(({ rate }) => rate)) / ARRIVAL_TIME_UNIT_SECOND;
  const online = arrivals.ways.find(({ way }) => way === 'online');
  const span = online === undefined ? 0 : online.lastSecond - online.firstSecond;
  const mean = online === undefined || span === 0 ? tps / arrivals.durationSecond : online.count / span;
  return { mean, peak };
}
