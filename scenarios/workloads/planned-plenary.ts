import type { KecamatanSummary, Plan } from '../../fixtures/plan/types.ts';
import type { PlannedPlenary } from './load.ts';
import { inPart } from './part.ts';

/** Operators who sit at one plenary (assumed: one reads out and one types; a PPK with more accounts has them elsewhere). */
const MOST_OPERATORS = 2;

/** The kecamatan that hold a pleno in a plan or its part, in order: those that are asked as a whole. */
export function plenaryKecamatan(
  { area, counts }: Pick<Plan, 'area' | 'counts'>,
  part: readonly string[] | null,
): KecamatanSummary[] {
  if (counts.accountsByRole['ppk-admin'] === 0) return [];
  return area.kecamatan.filter(({ code }) => inPart(part, code));
}

/** How many plenaries a plan or its part has, and how long the longest is. */
export function plannedPlenary(
  plan: Pick<Plan, 'area' | 'counts' | 'elections'>,
  part: readonly string[] | null,
): PlannedPlenary {
  const { counts, elections } = plan;
  const kecamatan = plenaryKecamatan(plan, part);
  let mostTps = 0;
  for (const { tps } of kecamatan) mostTps = Math.max(mostTps, tps);
  return {
    kecamatan: kecamatan.length,
    operators: Math.min(MOST_OPERATORS, Math.floor(counts.accountsByRole['ppk-operator'] / counts.kecamatan)),
    mostForms: mostTps * elections.length,
  };
}
