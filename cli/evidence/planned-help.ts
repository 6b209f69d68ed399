import type { Plan } from '../../fixtures/plan/types.ts';
import type { Phase } from '../../scenarios/workloads/phase.ts';
import { helpersOf, ppsOfKelurahan, turnSeconds } from '../../scenarios/workloads/pps-help.ts';
import { uploadsOfTps } from '../../scenarios/workloads/session-schedule.ts';
import type { TpsEntry, TpsTable } from './tps-table.ts';

/** The TPS that operators of the PPS help, operator by operator. */
export interface PlannedHelp {
  /** Places in the table. */
  order: number[];
  /** Number of each session's first TPS among `order`, and one more entry: how many there are. */
  firstTps: Uint32Array;
  /** Plan seconds from the phase's start at which each TPS has its turn. */
  turnSecond: Float64Array;
}

/**
 * Who of the PPS helps which TPS when, as the scenarios have it.
 * @param startSecond of each operator's session
 * @param inOrder places of the TPS that are asked, in order of arrival
 */
export function plannedHelp(
  { count, helping }: Phase,
  startSecond: Float64Array,
  inOrder: readonly number[],
  { entries }: TpsTable,
  plan: Plan,
): PlannedHelp {
  const arrivals = inOrder.map((index) => entries[index] as TpsEntry);
  const uploads = uploadsOfTps(plan.documentProfile);
  const order: number[] = [];
  const turns: number[] = [];
  const firstTps = new Uint32Array(count + 1);
  const helpers = helpersOf(arrivals, ppsOfKelurahan(plan.counts)).slice(0, count);
  for (const [session, { tps }] of helpers.entries()) {
    const helped = tps.map((place) => arrivals[place] as TpsEntry);
    const start = startSecond[session] ?? 0;
    for (const turn of turnSeconds(helped, plan.workload, uploads, helping?.asTheyArrive === true))
      turns.push(start + turn);
    for (const place of tps) order.push(inOrder[place] ?? -1);
    firstTps[session + 1] = order.length;
  }
  return { order, firstTps, turnSecond: Float64Array.from(turns) };
}
