import { accountCounts } from '../../fixtures/plan/accounts.ts';
import { mistakeCount } from '../../fixtures/plan/mistakes.ts';
import { type AccountRole, MISTAKE_KINDS, WAYS } from '../../fixtures/plan/types.ts';
import { wayCounts, weakSignalCount } from '../../fixtures/plan/ways.ts';
import { administrativeAreas } from '../../fixtures/regions/administrative-areas.ts';
import { figuresOf } from '../../fixtures/regions/figures.ts';
import type { RegionProfile, Sourced } from '../../fixtures/regions/profile.ts';
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
    'mistakes planned',
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

function kecamatanLines({ kecamatan, areas }: RegionProfile): string[] {
  if (kecamatan.length > MOST_KECAMATAN) return provinsiLines(kecamatan, areas);
  const plenos = kecamatan.some(({ pleno }) => pleno !== undefined);
  return [
    'kecamatan',
    ...tableLines([
      ['', '', 'kelurahan', 'TPS', ...(plenos ? ['pleno on Sirekap Web'] : [])],
      ...kecamatan.map(({ code, name, tps, kelurahan, pleno }): Cell[] => [
        code,
        name,
        kelurahan.length,
        tps === undefined ? 'spread*' : withMark(tps),
        ...(plenos ? [pleno === undefined ? '' : withMark(pleno)] : []),
      ]),
    ]),
  ];
}

function provinsiLines(kecamatan: RegionProfile['kecamatan'], areas: RegionProfile['areas']): string[] {
  const names = new Map(administrativeAreas('provinsi').map(({ code, name }) => [code, name]));
  const byProvinsi = Map.groupBy(kecamatan, ({ code }) => code.slice(0, 2));
  const from = areas === undefined ? '' : `, from ${areas.value}`;
  return [
    `kecamatan by provinsi${from}; TPS are spread* but where a kecamatan's are known`,
    ...tableLines([
      ['', '', 'kecamatan', 'kelurahan', 'TPS known of kecamatan', 'and they are'],
      ...[...byProvinsi].map(([code, all]): Cell[] => {
        const known = all.filter(({ tps }) => tps !== undefined);
        return [
          code,
          names.get(code) ?? '',
          all.length,
          all.reduce((sum, { kelurahan }) => sum + kelurahan.length, 0),
          known.length,
          known.reduce((sum, { tps }) => sum + (tps?.value ?? 0), 0),
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
  const pages = documents.reduce((sum, document) => sum + document.pages.value, 0);
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
    ['', 'of the TPS', 'TPS'],
    ...MISTAKE_KINDS.map((kind): Cell[] => [
      kind,
      `${percent(region.mistakes[kind].value)}${asterisk(region.mistakes[kind])}`,
      mistakeCount(region, kind),
    ]),
  ]);
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
