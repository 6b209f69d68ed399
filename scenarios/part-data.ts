import { SharedArray } from 'k6/data';
import { lineFiles } from '../fixtures/plan/line-files.ts';
import type { Plan, PlannedTps } from '../fixtures/plan/types.ts';
import { countAccounts } from './account-data.ts';
import { fieldText, lines } from './ndjson.ts';
import type { PlanCore } from './plan-data.ts';
import { type Site, siteAreas } from './readers/site.ts';
import { loadOf, type PlannedLoad } from './workloads/load.ts';
import { inPart, loadOfPart } from './workloads/part.ts';
import { plannedPlenary } from './workloads/planned-plenary.ts';
import type { HelpedTps } from './workloads/pps-help.ts';

/** What is asked of a plan, or of a part of it. */
export interface AskedPart {
  load: PlannedLoad;
  /** Codes of the part's TPS in order of arrival; null: the whole plan, whose order its own ranks say. */
  codes: ArrayLike<string> | null;
}

/**
 * The load of a plan or of a part of it.
 * @param part codes of kecamatan, kelurahan and TPS, or null
 */
export function loadAsked(folder: string, plan: PlanCore, part: readonly string[] | null): AskedPart {
  const whole = loadOf(plan, plan.plenary);
  if (part === null) return { load: whole, codes: null };
  const arrivals = loadArrivals(folder, plan, part);
  if (arrivals.length === 0) throw new Error(`PART ${part.join(',')}: the plan has no TPS there`);
  const load = new SharedArray('part-load', () => [
    loadOfPart(
      whole,
      Array.from(arrivals),
      countAccounts(folder, plan.shards, part),
      plannedPlenary(JSON.parse(open(`${folder}/plan.json`)) as Plan, part),
    ),
  ]);
  return {
    load: load[0] as PlannedLoad,
    codes: new SharedArray('part-codes', () => Array.from(arrivals, ({ kode }) => kode)),
  };
}

/** The TPS that are asked, in order of arrival. */
export function loadArrivals(
  folder: string,
  { shards }: PlanCore,
  part: readonly string[] | null,
): ArrayLike<HelpedTps> {
  return new SharedArray('part', () => arrivalsOf(folder, shards, part));
}

/** The areas that readers look at: those of the plan, or of the part. */
export function loadSite(folder: string, plan: PlanCore, part: readonly string[] | null): Site {
  // Shared each by itself: a VU that copied them would hold every TPS code of the nation.
  const kelurahan = new SharedArray('published-kelurahan', () => [
    ...siteAreas(kodesOf(folder, plan.shards, part)).kelurahan,
  ]);
  const kabkota = new SharedArray('published-kabkota', () => [
    ...siteAreas(Array.from(kelurahan, ({ code }) => code)).kabkota,
  ]);
  return { elections: plan.elections, kelurahan, kabkota };
}

function kodesOf(folder: string, shards: number, part: readonly string[] | null): string[] {
  const kodes: string[] = [];
  for (const file of lineFiles('tps', shards)) {
    for (const text of open(`${folder}/${file}`).split('\n')) {
      if (text === '') continue;
      const kode = fieldText(text, 'kode') ?? (JSON.parse(text) as PlannedTps).kode;
      if (inPart(part, kode)) kodes.push(kode);
    }
  }
  return kodes;
}

function arrivalsOf(folder: string, shards: number, part: readonly string[] | null): HelpedTps[] {
  const covered = (text: string) => {
    const kode = fieldText(text, 'kode');
    return kode === null || inPart(part, kode);
  };
  const ranked: (HelpedTps & { rank: number })[] = [];
  for (const file of lineFiles('tps', shards)) {
    for (const { kode, way, arrivalSecond, arrivalRank } of lines<PlannedTps>(`${folder}/${file}`, covered)) {
      if (inPart(part, kode)) ranked.push({ kode, way, arrivalSecond, rank: arrivalRank });
    }
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .map(({ kode, way, arrivalSecond }) => ({ kode, way, arrivalSecond }));
}
