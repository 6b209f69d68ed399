import { MISTAKE_KINDS, type Plan, WAYS } from '../../fixtures/plan/types.ts';
import type { TpsTable } from './tps-table.ts';
import type { PlanDisagreement } from './types.ts';

/**
 * What plan.json says of its TPS against what their lines add up to. Who changes the one and not the other, and mends the
 * digests, is found here.
 */
export function planDisagreements(plan: Plan, { entries }: TpsTable): PlanDisagreement[] {
  const counted = new Map<string, number>();
  const count = (what: string) => counted.set(what, (counted.get(what) ?? 0) + 1);
  for (const { way, weakSignal, special, mistakes } of entries) {
    count('counts.tps');
    count(`counts.ways.${way}`);
    if (weakSignal) count('counts.weakSignal');
    if (special) count('counts.specialTps');
    for (const { kind } of mistakes) count(`mistakes.${kind}`);
  }
  const { tps, ways, weakSignal, specialTps } = plan.counts;
  const mistakes = new Map(plan.mistakes.map(({ kind, planned }) => [kind, planned]));
  const stated: [string, number][] = [
    ['counts.tps', tps],
    ...WAYS.map((way): [string, number] => [`counts.ways.${way}`, ways[way]]),
    ['counts.weakSignal', weakSignal],
    ['counts.specialTps', specialTps],
    ...MISTAKE_KINDS.map((kind): [string, number] => [`mistakes.${kind}`, mistakes.get(kind) ?? 0]),
  ];
  return stated
    .map(([what, number]) => ({ what, stated: number, counted: counted.get(what) ?? 0 }))
    .filter((total) => total.stated !== total.counted);
}
