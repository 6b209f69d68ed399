import type { Static } from 'typebox';
import type { Election } from '../../fixtures/plan/types.ts';
import type { AreaResult } from '../contract/public.ts';
import type { ProgressShare } from '../contract/public-fields.ts';
import type { Directory, Tps } from '../directory/types.ts';
import type { Area } from './areas.ts';
import type { ElectionSums } from './tally.ts';

/** Sums of an area and of what lies directly below it. */
export function areaFile(
  area: Area,
  { pairs }: Election,
  { votes, progress, published }: ElectionSums,
  { tpsBelow }: Pick<Directory, 'tpsBelow'>,
  figure: (tps: Tps, field: string) => number | null,
  ts: string,
): AreaResult {
  const sums = ({ index }: Area) =>
    Object.fromEntries(pairs.map(({ id }, p) => [id, votes[index * pairs.length + p] ?? 0]));
  const row = (of: Record<string, number>, total: number, progres: number) => ({
    psu: 'Reguler' as const,
    ...of,
    progres: share(total, progres),
    status_progress: progres > 0,
  });
  const done = (each: Area) => progress[each.index] ?? 0;
  const areas = area.below.map((each) => [each.code, row(sums(each), each.tps, done(each))]);
  const tps = (area.below.length > 0 ? [] : tpsBelow(area.code, undefined, Number.POSITIVE_INFINITY)).map(
    (tps) => {
      const isIn = published[tps.index] === 1;
      const counted = pairs.map(({ id }, p) => [id, (isIn && figure(tps, `votes.${p + 1}`)) || 0]);
      return [tps.kode, row(Object.fromEntries(counted), 1, isIn ? 1 : 0)];
    },
  );
  return {
    mode: 'hhcw',
    tungsura: {
      chart: { ...sums(area), progres: share(area.tps, done(area)) },
      table: Object.fromEntries([...areas, ...tps]),
    },
    psu: 'Reguler',
    progres: { total: area.tps, progres: done(area) },
    ts,
  };
}

/** Two decimals, as published: 2,237 of 2,272 is 98.46. */
function share(total: number, progres: number): Static<typeof ProgressShare> {
  return { total, persen: total === 0 ? 0 : Math.round((10_000 * progres) / total) / 100, progres };
}
