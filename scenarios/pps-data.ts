import { SharedArray } from 'k6/data';
import type { PlannedAccount } from '../fixtures/plan/types.ts';
import { accountLines } from './account-data.ts';
import { fieldText } from './ndjson.ts';
import { loadArrivals } from './part-data.ts';
import type { PlanCore } from './plan-data.ts';
import type { SessionChoice } from './session-data.ts';
import type { PlannedLoad, PpsLoad } from './workloads/load.ts';
import { type HelpedTps, type Helper, helpersOf, ppsOfKelurahan, turnSeconds } from './workloads/pps-help.ts';
import { withPps } from './workloads/pps-load.ts';
import { uploadsOfTps } from './workloads/session-schedule.ts';

/** An operator of the PPS as a VU needs it. */
export interface PpsOperator {
  username: string;
  password: string;
  /** Place of the operator's first TPS among those of all operators, operator by operator. */
  first: number;
  /** Plan seconds after the start of the session at which each of the operator's TPS has its turn. */
  turns: number[];
}

/** The load of a plan with what its PPS operators do. @param part codes of kecamatan, kelurahan and TPS, or null */
export function loadPps(
  folder: string,
  plan: PlanCore,
  part: readonly string[] | null,
  load: PlannedLoad,
): PlannedLoad {
  const arrivals = loadArrivals(folder, plan, part);
  // Without its longest list, of which each VU would have a copy.
  const shared = new SharedArray('pps-load', () => {
    const { pps } = withPps(load, plan, Array.from(arrivals));
    return pps === null ? [] : [{ ...pps, tpsOf: [] }];
  });
  if (shared.length === 0) return load;
  const tpsOf = new SharedArray('pps-tps', () =>
    Array.from(withPps(load, plan, Array.from(arrivals)).pps?.tpsOf ?? []),
  );
  return { ...load, pps: { ...(shared[0] as PpsLoad), tpsOf } };
}

/**
 * The first `count` PPS operators in order of their first TPS's arrival.
 * @param asTheyArrive whether they wait for a TPS that has not arrived yet
 */
export function loadPpsOperators(
  folder: string,
  plan: PlanCore,
  part: readonly string[] | null,
  count: number,
  asTheyArrive: boolean,
): ArrayLike<PpsOperator> {
  const arrivals = loadArrivals(folder, plan, part);
  return new SharedArray('pps-operators', () => {
    const all = Array.from(arrivals);
    const uploads = uploadsOfTps(plan.documentProfile);
    const helpers = helpersOf(all, ppsOfKelurahan(plan.counts)).slice(0, count);
    const accounts = accountsOf(folder, plan.shards, helpers);
    let first = 0;
    return helpers.map(({ kelurahan, place, tps }) => {
      const account = accounts[kelurahan]?.[place];
      if (account === undefined)
        throw new Error(`the plan has no operator number ${place + 1} of the PPS of ${kelurahan}.`);
      const helped = tps.map((index) => all[index] as HelpedTps);
      first += tps.length;
      return {
        ...account,
        first: first - tps.length,
        turns: turnSeconds(helped, plan.workload, uploads, asTheyArrive),
      };
    });
  });
}

/** The TPS that these operators help, operator by operator: one session each, as far as what is uploaded goes. */
export function ppsSessions(
  folder: string,
  plan: PlanCore,
  part: readonly string[] | null,
  count: number,
): SessionChoice {
  // Opened here: a SharedArray that is made while another one is waits for that one for ever.
  const arrivals = loadArrivals(folder, plan, part);
  return {
    get codes() {
      const all = Array.from(arrivals);
      return helpersOf(all, ppsOfKelurahan(plan.counts))
        .slice(0, count)
        .flatMap(({ tps }) => tps.map((index) => (all[index] as HelpedTps).kode));
    },
  };
}

type PpsAccount = Pick<PlannedAccount, 'username' | 'password'>;

/** The PPS accounts of these kelurahan, in the order of the plan. */
function accountsOf(
  folder: string,
  shards: number,
  helpers: readonly Helper[],
): Record<string, PpsAccount[]> {
  const accounts: Record<string, PpsAccount[]> = {};
  for (const { kelurahan } of helpers) accounts[kelurahan] = [];
  const mayHelp = (text: string) => (fieldText(text, 'role') ?? 'pps-operator') === 'pps-operator';
  for (const { username, password, role, scope } of accountLines(folder, shards, mayHelp)) {
    if (role === 'pps-operator') accounts[scope]?.push({ username, password });
  }
  return accounts;
}
