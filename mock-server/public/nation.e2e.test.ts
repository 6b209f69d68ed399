import { beforeAll, expect, test } from 'vitest';
import { planAreas } from '../../fixtures/plan/areas.ts';
import { tpsCode, tpsNumber } from '../../fixtures/plan/codes.ts';
import type { Plan, PlannedTps } from '../../fixtures/plan/types.ts';
import { loadRegion } from '../../fixtures/regions/catalog.ts';
import { buildDirectory } from '../directory/build.ts';
import { createProgress, type Progress } from '../directory/progress.ts';
import type { Directory } from '../directory/types.ts';
import { createFormBook } from '../forms/form-book.ts';
import { smallPlan } from '../testing/small-plan.ts';
import { createPublicSite, type PublicSite } from './site.ts';

const TPS = 435_296;
const VOTES = [101, 57, 30];
const QUARTER_MS = 900_000;

const start = Date.parse('2024-11-27T12:00:00Z');
let now = start;
let directory: Directory;
let progress: Progress;
let site: PublicSite;

const area = planAreas(loadRegion('nasional'), 1);

const pairs = VOTES.map((_, i) => ({ number: i + 1, id: String(9_000_001 + i) }));
const elections: Plan['elections'] = [
  { slug: 'gubernur', code: 'pkwkp', pairs },
  { slug: 'bupati-walikota', code: 'pkwkk', pairs },
];
const documents = elections.map(({ slug }) => ({ type: `c-hasil-${slug}`, pages: 1 }));

function* lines(): Generator<PlannedTps> {
  const [line] = smallPlan().tps as [PlannedTps];
  const total = VOTES.reduce((sum, votes) => sum + votes, 0);
  const ballots = { received: 600, used: total, spoilt: 0, unused: 600 - total };
  const contests = elections.map(({ slug }) => ({
    election: slug,
    votes: VOTES,
    valid: total,
    invalid: 0,
    total,
    ballots,
  }));
  for (const kecamatan of area)
    for (const kelurahan of kecamatan.kelurahan)
      for (let i = 0; i < kelurahan.tps; i++) {
        const kode = tpsCode(kelurahan.code, tpsNumber(kelurahan, i));
        yield { ...line, kode, kecamatan: kecamatan.code, contests, documents };
      }
}

/** Milliseconds of one synchronous piece of work. */
function took(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

beforeAll(async () => {
  const { plan } = smallPlan();
  directory = await buildDirectory({
    plan: {
      area: { code: '0', name: 'Indonesia', level: 'nasional', kecamatan: area },
      elections,
      documentProfile: elections.map(({ slug }) => ({
        type: `c-hasil-${slug}`,
        form: 'c-hasil',
        title: slug,
        election: slug,
        pages: 1,
      })),
      mistakes: plan.mistakes,
      counts: { ...plan.counts, tps: TPS },
    },
    planSha256: '',
    tps: lines(),
    accounts: [],
  });
  progress = createProgress(directory);
  site = createPublicSite({
    directory,
    book: createFormBook(directory, progress),
    publishEverySecond: 900,
    now: () => now,
  });
});

// biome-ignore lint/suspicious/noExplicitAny: a file of any shape
const read = (path: string): any => JSON.parse(site.file(path)?.body.toString() ?? 'null');

test('the whole nation comes in and is published without holding up the event loop', () => {
  expect(directory.all).toHaveLength(TPS);
  const all = took(() => {
    for (const { kode } of directory.all)
      for (const { type } of documents) progress.markStored(kode, { type, page: 1 });
  });
  // A page stored costs microseconds; the publication falls upon the first request after the quarter.
  expect(all / (2 * TPS)).toBeLessThan(0.05);
  now = start + QUARTER_MS;
  const published = took(() => site.file('/pilkada/hhcw/pkwkp.json'));
  expect(published).toBeLessThan(250);
  const { tungsura, progres } = read('/pilkada/hhcw/pkwkp.json');
  expect(progres).toEqual({ total: TPS, progres: TPS });
  expect(pairs.map(({ id }) => tungsura.chart[id])).toEqual(VOTES.map((votes) => votes * TPS));
  expect(Object.keys(tungsura.table)).toHaveLength(38);
});

test('the national file is as large as the real one, about 5.6 kB', () => {
  const bytes = site.file('/pilkada/hhcw/pkwkp.json')?.body.length ?? 0;
  expect(Math.abs(bytes - 5600)).toBeLessThan(0.1 * 5600);
});

test('memory stays flat while more TPS are read than a cache holds, publication after publication', () => {
  const walk = () => {
    for (const { kode } of directory.all.slice(0, 120_000)) {
      const path = [2, 4, 6, 10, 13].map((digits) => kode.slice(0, digits)).join('/');
      site.file(`/pilkada/hhcw/pkwkp/${path}.json`);
    }
    return process.memoryUsage().rss;
  };
  const first = walk();
  now += QUARTER_MS;
  walk();
  now += QUARTER_MS;
  const third = walk();
  expect(third - first).toBeLessThan(150 * 1024 * 1024);
});
