import { countAccounts } from '../../fixtures/plan/accounts.ts';
import { ARRIVAL_TIME_UNIT_SECOND } from '../../fixtures/plan/types.ts';
import { workloadOf } from '../../fixtures/plan/workload.ts';
import { figuresOf } from '../../fixtures/regions/figures.ts';
import type { RegionProfile } from '../../fixtures/regions/profile.ts';

/** A region for a terminal: its size, the load that follows from it, and every figure with where it comes from. */
export function regionLines(region: RegionProfile): string[] {
  const { area, tps, counts, voters, documents } = region;
  const pages = documents.reduce((sum, document) => sum + document.pages.value, 0);
  const peakSessions =
    Math.max(...workloadOf(region).arrivals.knots.map(({ rate }) => rate)) / ARRIVAL_TIME_UNIT_SECOND;
  return [
    `${area.name} (${area.code})`,
    `  ${counts.kecamatan.value} kecamatan, ${counts.kelurahan.value} kelurahan, ${number(tps.value)} TPS, ${number(voters.dpt.value)} voters`,
    `  ${number(tps.value * documents.length)} documents, ${number(tps.value * pages)} pages to upload, ${number(countAccounts(region))} accounts`,
    `  peak ${number(Math.round(peakSessions * 3600 * pages))} uploads an hour, ${(peakSessions * pages).toFixed(2)} a second in real time`,
    '',
    'kecamatan',
    ...region.kecamatan.map(
      ({ code, name, tps: ofKecamatan, kelurahan }) =>
        `  ${code}  ${name.padEnd(24)} ${String(ofKecamatan.value).padStart(5)} TPS  ${String(kelurahan.length).padStart(3)} kelurahan`,
    ),
    '',
    'figures (S stated by the articles, V read in a public source, D derived, A assumed)',
    ...figuresOf(region).map(
      ({ name, value, unit, mark, source }) =>
        `  ${mark}  ${name} = ${value}${unit === null ? '' : ` ${unit}`}  [${region.sources[source] ?? source}]`,
    ),
    '',
    ...region.attribution,
  ];
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
