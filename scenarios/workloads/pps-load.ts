import type { Plan, WorkloadModel } from '../../fixtures/plan/types.ts';
import { knotsThrough } from './knots-through.ts';
import type { PlannedLoad, PpsLoad } from './load.ts';
import { type HelpedTps, helpersOf, ppsOfKelurahan, turnSeconds } from './pps-help.ts';
import { longestSessionSecond, uploadsOfTps } from './session-schedule.ts';

/** A load with what its PPS operators have to do. @param inOrder the load's TPS in order of arrival */
export function withPps(
  load: PlannedLoad,
  { counts, documentProfile }: Pick<Plan, 'counts' | 'documentProfile'>,
  inOrder: readonly HelpedTps[],
): PlannedLoad {
  const pps = ppsLoadOf(inOrder, ppsOfKelurahan(counts), load.workload, uploadsOfTps(documentProfile));
  return { ...load, pps };
}

/**
 * The load of PPS operators; null where there is none that has TPS.
 * @param inOrder the TPS that are asked, in order of arrival
 * @param operators of each kelurahan
 * @param uploads of a TPS
 */
function ppsLoadOf(
  inOrder: readonly HelpedTps[],
  operators: number,
  workload: WorkloadModel,
  uploads: number,
): PpsLoad | null {
  const helpers = helpersOf(inOrder, operators);
  if (helpers.length === 0) return null;
  const longestTps = longestSessionSecond(workload, uploads);
  const longest = { asTheyArrive: 0, atOnce: 0 };
  const starts: number[] = [];
  for (const { tps } of helpers) {
    const helped = tps.map((place) => inOrder[place] as HelpedTps);
    const last = (asTheyArrive: boolean) => turnSeconds(helped, workload, uploads, asTheyArrive).at(-1) ?? 0;
    longest.asTheyArrive = Math.max(longest.asTheyArrive, last(true) + longestTps);
    longest.atOnce = Math.max(longest.atOnce, last(false) + longestTps);
    starts.push(helped[0]?.arrivalSecond ?? 0);
  }
  const knots = knotsThrough(starts, workload.arrivals.durationSecond);
  return {
    tpsOf: helpers.map(({ tps }) => tps.length),
    most: helpers.reduce((most, { tps }) => Math.max(most, tps.length), 0),
    longestSecond: longest,
    arrivals: { durationSecond: knots.at(-1)?.second ?? 0, knots },
  };
}
