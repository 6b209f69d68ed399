import { OperatorError } from '../../fixtures/operator-error.ts';
import { readAccounts, readTps } from '../../fixtures/plan/read.ts';
import type { Plan } from '../../fixtures/plan/types.ts';
import { loadOf, type PlannedLoad } from '../../scenarios/workloads/load.ts';
import { inPart, loadOfPart } from '../../scenarios/workloads/part.ts';
import { plannedPlenary } from '../../scenarios/workloads/planned-plenary.ts';
import type { RunPart } from '../run-folder/types.ts';
import { type AreaNames, namedAreas } from './named-areas.ts';

export type { AreaNames } from './named-areas.ts';

/** What of a plan is asked, and the load that it is. */
export interface AskedPart {
  /** null: the whole plan. */
  part: RunPart | null;
  load: PlannedLoad;
}

/**
 * The part of a plan that has these names, or the whole plan where there are none.
 * @throws OperatorError USAGE for a name that no area has, or several have
 */
export async function askedPart(planFolder: string, plan: Plan, names: AreaNames): Promise<AskedPart> {
  const whole = loadOf(plan, plannedPlenary(plan, null));
  const areas = namedAreas(plan, names);
  if (areas.length === 0) return { part: null, load: whole };
  const codes = areas.map(({ code }) => code);
  const outermost = codes.filter(
    (code, i) => !codes.some((other, j) => i !== j && code.startsWith(other) && (other !== code || j < i)),
  );
  const arrivals: { kode: string; arrivalSecond: number; rank: number }[] = [];
  const seen = new Set<string>();
  for await (const { kode, arrivalSecond, arrivalRank } of readTps(planFolder)) {
    if (!inPart(outermost, kode)) continue;
    arrivals.push({ kode, arrivalSecond, rank: arrivalRank });
    for (const code of outermost) if (kode.startsWith(code)) seen.add(code);
  }
  const empty = outermost.find((code) => !seen.has(code));
  if (empty !== undefined) {
    throw new OperatorError(
      'USAGE',
      `the plan has no TPS in ${empty}`,
      'a TPS is named by its 13 digits, as in tps.ndjson of the plan',
    );
  }
  let accounts = 0;
  for await (const { scope } of readAccounts(planFolder)) if (inPart(outermost, scope)) accounts++;
  arrivals.sort((a, b) => a.rank - b.rank);
  return {
    part: {
      codes: outermost,
      areas: areas.filter(({ code }) => outermost.includes(code)),
      tps: arrivals.length,
      accounts,
    },
    load: loadOfPart(whole, arrivals, accounts, plannedPlenary(plan, outermost)),
  };
}
