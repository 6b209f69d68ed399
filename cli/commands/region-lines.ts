import { pagesOf } from '../../fixtures/documents/pages.ts';
import { accountCounts } from '../../fixtures/plan/accounts.ts';
import { mistakeCount } from '../../fixtures/plan/mistakes.ts';
import { type AccountRole, MISTAKE_KINDS, WAYS } from '../../fixtures/plan/types.ts';
import { wayCounts, weakSignalCount } from '../../fixtures/plan/ways.ts';
import { administrativeAreas } from '../../fixtures/regions/administrative-areas.ts';
import { figuresOf } from '../../fixtures/regions/figures.ts';
import type { RegionProfile, Sourced } from '../../fixtures/regions/profile.ts';
import { tpsOfAreas } from '../../fixtures/regions/spread-tps.ts';
import { regionLoadLines } from './region-load-lines.ts';
import { type Cell, grouped, tableLines } from './text-table.ts';

/** More kecamatan than this are told per provinsi. */
const MOST_KECAMATAN = 100;

/** A region for a terminal: its size, the load that follows from it, and every figure with where it comes from. */
export function regionLines(region: RegionProfile): string[] {
  return [
    `${region.area.name} (${region.area.code})${' '.repeat(4)}* assumed, see the figures below`,
    ...sizeLines(region),
    '',
    ...kecamatanLines(region),
    '',
    'accounts',
    ...accountLines(region),
    '',
    `documents of a TPS (${withMark(region.documentProfile)})`,
    ...documentLines(region),
    '',
    'ways of submission',
    ...wayLines(region),
    '',
    'mistakes planned (a figure is written or read wrongly only where a TPS has one that fits)',
    ...mistakeLines(region),
    '',
    ...regionLoadLines(region),
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

function sizeLines({ counts, tps, voters, elections }: RegionProfile): string[] {
  const above =
    counts.provinsi === undefined || counts.kabkota === undefined
      ? ''
      : `${withMark(counts.provinsi)} provinsi, ${withMark(counts.kabkota)} kab/kota, `;
  const special =
    counts.specialTps === undefined ? '' : ` (${withMark(counts.specialTps)} at special locations)`;
  return [
    `  ${above}${withMark(counts.kecamatan)} kecamatan, ${withMark(counts.kelurahan)} kelurahan, ${withMark(tps)} TPS${special}, ${withMark(voters.dpt)} voters`,
    `  elections: ${elections.map(({ slug, pairs }) => `${slug}, ${pairs.length} pairs${pairs.some(({ id }) => id.mark === 'A') ? '*' : ''}`).join('; ')}`,
  ];
}

function kecamatanLines(region: RegionProfile): string[] {
  const { kecamatan } = region;
  const spread = tpsOfAreas(region).map(total);
  if (kecamatan.length > MOST_KECAMATAN) return provinsiLines(region, spread);
  const plenos = kecamatan.some(({ pleno }) => pleno !== undefined);
  return [
    'kecamatan',
    ...tableLines([
      ['', '', 'kelurahan', 'TPS', ...(plenos ? ['pleno on Sirekap Web'] : [])],
      ...kecamatan.map(({ code, name, tps, kelurahan, pleno }, k): Cell[] => [
        code,
        name,
        kelurahan.length,
        tps === undefined
          ? `${grouped(spread[k] as number)}*`
          : `${withMark(tps)}${tps.mark === 'A' ? '' : ' '}`,
        ...(plenos ? [pleno === undefined ? '' : withMark(pleno)] : []),
      ]),
    ]),
  ];
}

function provinsiLines({ kecamatan, areas }: RegionProfile, spread: number[]): string[] {
  const names = new Map(administrativeAreas('provinsi').map(({ code, name }) => [code, name]));
  const places = Map.groupBy(kecamatan.keys(), (k) => (kecamatan[k]?.code ?? '').slice(0, 2));
  const from = areas === undefined ? '' : `, from ${areas.value}`;
  return [
    `kecamatan by provinsi${from}; the TPS are spread* but for kecamatan whose TPS are known`,
    ...tableLines([
      ['', '', 'kecamatan', 'kelurahan', 'TPS', 'known of kecamatan', 'their TPS'],
      ...[...places].map(([code, own]): Cell[] => {
        const known = own.filter((k) => kecamatan[k]?.tps !== undefined);
        return [
          code,
          names.get(code) ?? '',
          own.length,
          total(own.map((k) => kecamatan[k]?.kelurahan.length ?? 0)),
          `${grouped(total(own.map((k) => spread[k] as number)))}${known.length < own.length ? '*' : ' '}`,
          known.length,
          total(known.map((k) => spread[k] as number)),
        ];
      }),
    ]),
  ];
}

function accountLines(region: RegionProfile): string[] {
  const { accounts } = region;
  const each: Record<AccountRole, { figure: Sourced; of: string }> = {
    kpps: { figure: accounts.kppsPerTps, of: 'each TPS' },
    'pps-operator': { figure: accounts.ppsOperatorsPerKelurahan, of: 'each kelurahan' },
    'ppk-operator': { figure: accounts.ppkOperatorsPerKecamatan, of: 'each kecamatan' },
    'ppk-admin': { figure: accounts.ppkAdminsPerKecamatan, of: 'each kecamatan' },
    'kabkota-admin': { figure: accounts.kabkotaAdmins, of: 'each kab/kota' },
  };
  const counts = accountCounts(region);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const members = accounts.kppsMembersPerTps;
  return [
    ...tableLines([
      ...(Object.keys(each) as AccountRole[]).map((role): Cell[] => [
        role,
        `${withMark(each[role].figure)} for ${each[role].of}`,
        counts[role],
      ]),
      ['together', '', total],
    ]),
    ...(members === undefined
      ? []
      : [
          `  KPPS members: ${withMark(members)} in each TPS, ${grouped(members.value * region.tps.value)} together`,
        ]),
  ];
}

function documentLines({ documents, tps }: RegionProfile): string[] {
  const pages = pagesOf(documents);
  return tableLines([
    ['', 'pages', 'pages of all TPS'],
    ...documents.map(({ title, pages }): Cell[] => [title, withMark(pages), pages.value * tps.value]),
    ['together', grouped(pages), pages * tps.value],
  ]);
}

function wayLines(region: RegionProfile): string[] {
  const counts = wayCounts(region);
  const { ways, weakSignal } = region.submission;
  const row = (name: string, tps: number, figure: Sourced): Cell[] => [
    name,
    `${grouped(tps)}${asterisk(figure)}`,
    percent(tps / region.tps.value),
  ];
  return tableLines([
    ['', 'TPS', 'share'],
    ...WAYS.map((way) => row(way, counts[way], ways[way])),
    ['together', grouped(region.tps.value), percent(1)],
    row('with weak signal', weakSignalCount(region, counts), weakSignal),
  ]);
}

function mistakeLines(region: RegionProfile): string[] {
  return tableLines([
    ['', 'of the TPS', 'TPS, at most'],
    ...MISTAKE_KINDS.map((kind): Cell[] => [
      kind,
      `${percent(region.mistakes[kind].value)}${asterisk(region.mistakes[kind])}`,
      mistakeCount(region, kind),
    ]),
  ]);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

function asterisk({ mark }: Sourced<number | string>): string {
  return mark === 'A' ? '*' : ' ';
}

/** `2,272`, and with an asterisk where it is assumed. */
function withMark(figure: Sourced<number | string>): string {
  const value = typeof figure.value === 'number' ? grouped(figure.value) : figure.value;
  return `${value}${asterisk(figure)}`.trimEnd();
}
