import { OperatorError } from '../../fixtures/operator-error.ts';
import { readAccounts, readTps } from '../../fixtures/plan/read.ts';
import type { Plan } from '../../fixtures/plan/types.ts';
import { type FlowName, flowShape } from '../../scenarios/flows/catalog.ts';
import { loadOf, type PlannedLoad } from '../../scenarios/workloads/load.ts';
import { inPart, loadOfPart } from '../../scenarios/workloads/part.ts';
import { plannedPlenary } from '../../scenarios/workloads/planned-plenary.ts';
import type { HelpedTps } from '../../scenarios/workloads/pps-help.ts';
import { withPps } from '../../scenarios/workloads/pps-load.ts';
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
 * @param flow whose load it is
 * @throws OperatorError USAGE for a name that no area has, or several have
 */
export async function askedPart(
  planFolder: string,
  plan: Plan,
  names: AreaNames,
  flow: FlowName = 'kpps',
): Promise<AskedPart> {
  const whole = loadOf(plan, plannedPlenary(plan, null));
  const pps = flowShape(flow).population === 'pps';
  const areas = namedAreas(plan, names);
  if (areas.length === 0) {
    const load = pps ? withPps(whole, plan, await arrivalsIn(planFolder, null)) : whole;
    return { part: null, load };
  }
  const codes = areas.map(({ code }) => code);
  const outermost = codes.filter(
    (code, i) => !codes.some((other, j) => i !== j && code.startsWith(other) && (other !== code || j < i)),
  );
  const arrivals = await arrivalsIn(planFolder, outermost);
  const empty = outermost.find((code) => !arrivals.some(({ kode }) => kode.startsWith(code)));
  if (empty !== undefined) {
    throw new OperatorError(
      'USAGE',
      `the plan has no TPS in ${empty}`,
      'a TPS is named by its 13 digits, as in tps.ndjson of the plan',
    );
  }
  let accounts = 0;
  for await (const { scope } of readAccounts(planFolder)) if (inPart(outermost, scope)) accounts++;
  const load = loadOfPart(whole, arrivals, accounts);
  return {
    part: {
      codes: outermost,
      areas: areas.filter(({ code }) => outermost.includes(code)),
      tps: arrivals.length,
      accounts,
    },
    load: pps ? withPps(load, plan, arrivals) : load,
  };
}

/** The TPS of these areas, or of the whole plan, in order of arrival. */
async function arrivalsIn(planFolder: string, codes: readonly string[] | null): Promise<HelpedTps[]> {
  const ranked: (HelpedTps & { rank: number })[] = [];
  for await (const { kode, way, arrivalSecond, arrivalRank } of readTps(planFolder)) {
    if (inPart(codes, kode)) ranked.push({ kode, way, arrivalSecond, rank: arrivalRank });
  }
  return ranked.sort((a, b) => a.rank - b.rank);
}
