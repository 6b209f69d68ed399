import { MISTAKE_KINDS, WAYS } from '../../fixtures/plan/types.ts';
import type { PlannedRun } from './planned-run.ts';
import type { PlanDisagreement } from './types.ts';

/**
 * What plan.json says of its TPS against what their lines add up to. Who changes the one and not the other, and mends the
 * digests, is found here.
 */
export function planDisagreements({ plan, run, load, table: { entries } }: PlannedRun): PlanDisagreement[] {
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
  if (run.part !== null) {
    stated.push(['part.tps', run.part.tps]);
    counted.set('part.tps', load.tps);
  }
  return stated
    .map(([what, number]) => ({ what, stated: number, counted: counted.get(what) ?? 0 }))
    .filter((total) => total.stated !== total.counted);
}
