import type { Plan, PlannedAccount } from '../../fixtures/plan/types.ts';
import { type HelpedTps, type Helper, turnSeconds } from '../workloads/pps-help.ts';
import { uploadsOfTps } from '../workloads/session-schedule.ts';
import { accountLines } from './accounts.ts';
import { fieldText } from './ndjson.ts';

/** An operator of the PPS as a VU needs it. */
export interface PpsOperator {
  username: string;
  password: string;
  /** Place of the operator's first TPS among those of all operators, operator by operator. */
  first: number;
  /** Plan seconds after the start of the session at which each of the operator's TPS has its turn. */
  turns: number[];
}

/**
 * The PPS operators of a plan or its part.
 * @param arrivals the TPS that are asked, in order of arrival
 * @param helpers who of them helps which of `arrivals`
 * @param asTheyArrive whether they wait for a TPS that has not arrived yet
 */
export function ppsOperatorsOf(
  folder: string,
  plan: Plan,
  arrivals: readonly HelpedTps[],
  helpers: readonly Helper[],
  asTheyArrive: boolean,
): PpsOperator[] {
  const uploads = uploadsOfTps(plan.documentProfile);
  const accounts = accountsOf(folder, plan.shards, helpers);
  let first = 0;
  return helpers.map(({ kelurahan, place, tps }) => {
    const account = accounts[kelurahan]?.[place];
    if (account === undefined)
      throw new Error(`the plan has no operator number ${place + 1} of the PPS of ${kelurahan}.`);
    const helped = tps.map((index) => arrivals[index] as HelpedTps);
    first += tps.length;
    return {
      ...account,
      first: first - tps.length,
      turns: turnSeconds(helped, plan.workload, uploads, asTheyArrive),
    };
  });
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
