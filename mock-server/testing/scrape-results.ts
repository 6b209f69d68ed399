/** What a scraper of the real pages expects of them, written from their published form and not from this server's code. */
interface Row {
  nama: string;
  id: number;
  kode: string;
  tingkat: number;
}

export interface ScrapedTps {
  kode: string;
  chart: Record<string, number | null> | null;
  administrasi: Record<string, number | null> | null;
}

export interface Scraped {
  /** Files read, by level of what they are about: 0 the nation, 5 a TPS. */
  files: number[];
  tps: ScrapedTps[];
  /** Votes of the whole, by pair. */
  total: Record<string, number>;
  progres: { total: number; progres: number };
  ts: Set<string>;
  ids: Set<number>;
  /** What is not as on the real pages. */
  faults: string[];
}

// biome-ignore lint/suspicious/noExplicitAny: a scraper takes what it is given
type Json = any;

const DIGITS = [1, 2, 4, 6, 10, 13];
const TPS_LEVEL = 5;
/** Of two decimals, and a little for the binary fraction. */
const ROUNDING = 0.005 + 1e-9;
const TS = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/**
 * Walks one election from the nation to the last TPS and adds up every level on its own.
 * @param host as `https://…`: all that differs between the real pages and a mock of them
 */
export async function scrapeResults(host: string, type: 'pkwkp' | 'pkwkk'): Promise<Scraped> {
  const scraped: Scraped = {
    files: [0, 0, 0, 0, 0, 0],
    tps: [],
    total: {},
    progres: { total: 0, progres: 0 },
    ts: new Set(),
    ids: new Set(),
    faults: [],
  };
  const fault = (where: string, what: string) => scraped.faults.push(`${where}: ${what}`);

  async function json(path: string): Promise<Json> {
    const answer = await fetch(host + path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  async function result(path: string, level: number): Promise<Json> {
    const found = await json(`/pilkada/hhcw/${type}${path}.json`);
    scraped.files[level] = (scraped.files[level] ?? 0) + 1;
    scraped.ts.add(found.ts);
    if (found.mode !== 'hhcw') fault(path, `mode ${found.mode}`);
    if (!TS.test(found.ts)) fault(path, `ts ${found.ts}`);
    if (found.psu !== 'Reguler') fault(path, `psu ${found.psu}`);
    return found;
  }

  async function tps(path: string, { kode }: Row): Promise<Json> {
    const { tungsura, images, status_suara } = await result(path, TPS_LEVEL);
    if (status_suara !== (tungsura.chart !== null)) fault(path, 'status_suara');
    if (!Array.isArray(images)) fault(path, 'images');
    scraped.tps.push({ kode, ...tungsura });
    return { ...tungsura.chart, progres: { total: 1, progres: tungsura.chart === null ? 0 : 1 } };
  }

  async function area(path: string, level: number): Promise<Json> {
    const { tungsura, progres } = await result(path, level);
    const rows: Row[] = await json(`/wilayah/pilkada/${type}${path || '/0'}.json`);
    const last = path.split('/').at(-1) ?? '';
    for (const { id, kode, tingkat, nama } of rows) {
      scraped.ids.add(id);
      if (kode.length !== DIGITS[level + 1] || !kode.startsWith(last)) fault(path, `kode ${kode}`);
      if (tingkat !== level + 1) fault(path, `tingkat ${tingkat}`);
      if (nama === '') fault(path, `nama of ${kode}`);
    }
    const codes = rows.map(({ kode }) => kode);
    if (Object.keys(tungsura.table).sort().join() !== codes.sort().join()) fault(path, 'table');
    const below = await Promise.all(
      rows.map(async (row) => {
        const next = `${path}/${row.kode}`;
        const chart = level + 1 === TPS_LEVEL ? await tps(next, row) : await area(next, level + 1);
        same(next, tungsura.table[row.kode], chart);
        return chart;
      }),
    );
    same(`${path} added up`, tungsura.chart, added(below));
    const { total, progres: done, persen } = tungsura.chart.progres;
    if (total !== progres.total || done !== progres.progres) fault(path, 'progres');
    if (Math.abs(persen - (100 * done) / total) > ROUNDING) fault(path, `persen ${persen}`);
    return tungsura.chart;
  }

  /** Votes and progress of what should be two views of one area. */
  function same(where: string, one: Json, other: Json): void {
    for (const key of new Set([...pairs(one), ...pairs(other)]))
      if ((one[key] ?? 0) !== (other[key] ?? 0)) fault(where, `${key}: ${one[key]} and ${other[key]}`);
    for (const key of ['total', 'progres'])
      if (one.progres[key] !== other.progres[key]) fault(where, `progres.${key}`);
  }

  const nation = await area('', 0);
  for (const pair of pairs(nation)) scraped.total[pair] = nation[pair];
  scraped.progres = nation.progres;
  return scraped;
}

function pairs(chart: Json): string[] {
  return Object.keys(chart).filter((key) => /^\d+$/.test(key));
}

function added(charts: Json[]): Json {
  const sum: Json = { progres: { total: 0, progres: 0 } };
  for (const chart of charts) {
    for (const pair of pairs(chart)) sum[pair] = (sum[pair] ?? 0) + (chart[pair] ?? 0);
    sum.progres.total += chart.progres.total;
    sum.progres.progres += chart.progres.progres;
  }
  return sum;
}
