import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generatePlan } from '../../fixtures/plan/generate.ts';
import { readTps } from '../../fixtures/plan/read.ts';
import type { Plan, PlannedTps } from '../../fixtures/plan/types.ts';
import { type RunningServer, startServer } from '../server.ts';
import { type Scraped, scrapeResults } from '../testing/scrape-results.ts';
import { storePages } from '../testing/store-pages.ts';

let folder: string;
let server: RunningServer;
let plan: Plan;
const tps: PlannedTps[] = [];

/** As on the real page of 28 November 2024: 2,237 of 2,272 TPS were in. */
const isIn = (place: number) => place % 65 !== 7;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uji-beban-public-'));
  const planDir = join(folder, 'plan');
  plan = await generatePlan({
    region: 'palembang',
    seed: 20241012,
    out: planDir,
    photos: { mode: 'none' },
    toolkit: { name: 'test', version: '0' },
  });
  for await (const line of readTps(planDir)) tps.push(line);
  // As with photos of their own: every mistake in writing stands on the photo.
  const carried = { ...plan, mistakes: plan.mistakes.map((each) => ({ ...each, carried: true })) };
  await writeFile(join(planDir, 'plan.json'), JSON.stringify(carried));
  const storePath = join(folder, 'store.sqlite');
  const stored = tps.filter((_, i) => isIn(i));
  await storePages(
    storePath,
    stored.flatMap(({ kode, documents }) => documents.map(({ type }) => ({ kode, type, page: 1 }))),
  );
  // A scrape takes seconds; no publication may fall into it.
  server = await startServer({ planDir, storePath, port: 0, passwordCost: 0, publishEverySecond: 86_400 });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const ELECTIONS = { pkwkp: 'gubernur', pkwkk: 'walikota' } as const;

describe.each(['pkwkp', 'pkwkk'] as const)('a scraper of the real pages, %s', (type) => {
  let scraped: Scraped;
  beforeAll(async () => {
    scraped = await scrapeResults(server.url, type);
  });
  const contestOf = (line: PlannedTps) => line.contests.find(({ election }) => election === ELECTIONS[type]);

  test('reads every file of every level, and finds every sum equal to the level below', () => {
    expect(scraped.faults).toEqual([]);
    expect(scraped.files).toEqual([1, 1, 1, 18, 107, 2272]);
    expect(scraped.ts.size).toBe(1);
    expect(scraped.ids.size).toBe(1 + 1 + 18 + 107 + 2272);
  });

  test('has the TPS that are stored, with the votes of the plan', () => {
    const stored = tps.filter((_, i) => isIn(i));
    expect(scraped.progres).toEqual({ total: 2272, persen: 98.46, progres: 2237 });
    expect(stored).toHaveLength(2237);
    const { pairs } = plan.elections.find(({ code }) => code === type) ?? { pairs: [] };
    const votes = pairs.map(({ id }, p) => [
      id,
      stored.reduce((sum, line) => sum + (contestOf(line)?.votes[p] ?? 0), 0),
    ]);
    expect(scraped.total).toEqual(Object.fromEntries(votes));
    const empty = scraped.tps.filter(({ chart }) => chart === null);
    expect(empty.map(({ kode }) => kode).sort()).toEqual(
      tps.filter((_, i) => !isIn(i)).map(({ kode }) => kode),
    );
    expect(empty.every(({ administrasi }) => administrasi === null)).toBe(true);
  });

  test('sees the forms that do not add up, and no others', () => {
    const wrong = scraped.tps
      .filter(({ administrasi: a }) => a !== null)
      .filter(({ administrasi, chart }) => !addsUp(administrasi ?? {}, chart ?? {}));
    const written = tps.filter(
      ({ mistakes }, i) =>
        isIn(i) &&
        mistakes.some(
          ({ kind, figure }) =>
            (kind === 'sum-mismatch' || kind === 'over-cap') && figure?.election === ELECTIONS[type],
        ),
    );
    expect(written.length).toBeGreaterThan(0);
    expect(wrong.map(({ kode }) => kode).sort()).toEqual(written.map(({ kode }) => kode));
  });
});

/** The arithmetic of C.Hasil, as far as it is published. */
function addsUp(a: Record<string, number | null>, chart: Record<string, number | null>): boolean {
  const of = (name: string) => a[name] ?? Number.NaN;
  const rows = ['pemilih_dpt', 'pengguna_dpt', 'pengguna_dptb', 'pengguna_non_dpt', 'pengguna_total'];
  return (
    rows.every((row) => of(`${row}_l`) + of(`${row}_p`) === of(`${row}_j`)) &&
    of('suara_sah') === Object.values(chart).reduce((sum: number, votes) => sum + (votes ?? 0), 0) &&
    of('suara_sah') + of('suara_tidak_sah') === of('suara_total') &&
    of('pengguna_dpt_j') + of('pengguna_dptb_j') + of('pengguna_non_dpt_j') === of('pengguna_total_j') &&
    of('pengguna_total_j') === of('suara_total')
  );
}

test('the file of the city is as large as the real one, about 2.9 kB', async () => {
  const answer = await fetch(`${server.url}/pilkada/hhcw/pkwkk/16/1671.json`, {
    headers: { 'accept-encoding': 'identity' },
  });
  const bytes = (await answer.arrayBuffer()).byteLength;
  expect(Math.abs(bytes - 2900)).toBeLessThan(0.05 * 2900);
});

test('the row of Palembang is the real one', async () => {
  const text = await (await fetch(`${server.url}/wilayah/pilkada/pkwkk/16.json`)).text();
  expect(text).toBe('[{"nama":"KOTA PALEMBANG","id":191226,"kode":"1671","tingkat":2}]');
  expect(JSON.parse(await readFile(join(folder, 'plan', 'plan.json'), 'utf8')).area.code).toBe('1671');
});
