import { lineFiles } from '../../fixtures/plan/line-files.ts';
import type { Plan, PlannedTps } from '../../fixtures/plan/types.ts';
import { type Site, siteAreas } from '../readers/site.ts';
import { loadOf, type PlannedLoad } from '../workloads/load.ts';
import { inPart, loadOfPart } from '../workloads/part.ts';
import { plannedPlenary } from '../workloads/planned-plenary.ts';
import type { HelpedTps } from '../workloads/pps-help.ts';
import { countAccounts } from './accounts.ts';
import { fieldText, lines } from './ndjson.ts';

/**
 * The load of a plan or of a part of it.
 * @param part codes of kecamatan, kelurahan and TPS, or null
 * @param arrivals of the part
 */
export function askedLoad(
  folder: string,
  plan: Plan,
  part: readonly string[] | null,
  arrivals: () => readonly HelpedTps[],
): PlannedLoad {
  const whole = loadOf(plan, plannedPlenary(plan, null));
  if (part === null) return whole;
  if (arrivals().length === 0) throw new Error(`PART ${part.join(',')}: the plan has no TPS there`);
  const accounts = countAccounts(folder, plan.shards, part);
  return loadOfPart(whole, arrivals(), accounts, plannedPlenary(plan, part));
}

/** The TPS that are asked, in order of arrival. */
export function arrivalsOf(
  folder: string,
  { shards }: Pick<Plan, 'shards'>,
  part: readonly string[] | null,
): HelpedTps[] {
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

/** The areas that readers look at: those of the plan, or of the part. */
export function siteOf(folder: string, plan: Plan, part: readonly string[] | null): Site {
  return { elections: plan.elections.map(({ code }) => code), ...siteAreas(kodesOf(folder, plan, part)) };
}

function kodesOf(folder: string, { shards }: Plan, part: readonly string[] | null): string[] {
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
