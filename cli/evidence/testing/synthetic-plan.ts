import { hash } from 'node:crypto';
import { constantRate } from '../../../fixtures/arrival/schedule.ts';
import {
  MISTAKE_KINDS,
  type Mistake,
  PHOTO_FAULTS,
  PLAN_FORMAT_VERSION,
  type Plan,
  type PlannedMistakes,
  type PlannedTps,
  type Take,
  WAYS,
  type Way,
} from '../../../fixtures/plan/types.ts';

const TAKES: readonly Take[] = ['round-1', 'retest', 'round-2'];
const DOCUMENTS = [
  { type: 'c-hasil', pages: 2 },
  { type: 'daftar-hadir', pages: 1 },
];

/** Uploads of each TPS of a synthetic plan. */
export const UPLOADS_PER_TPS = 3;

export interface SyntheticPlan {
  plan: Plan;
  tps: PlannedTps[];
}

/**
 * A plan of two kecamatan with two kelurahan each, over which `tpsCount` TPS are dealt out. Arrival ranks run against
 * the order of codes, so that nobody who mixes up the two goes unnoticed. Ways and mistakes go round in turn.
 */
export function syntheticPlan(tpsCount: number, accounts: number): SyntheticPlan {
  const kelurahan = ['1671011001', '1671011002', '1671021001', '1671021002'];
  const tps = Array.from({ length: tpsCount }, (_, i) =>
    syntheticTps(kelurahan[i % kelurahan.length] as string, i, tpsCount),
  ).sort((a, b) => (a.kode < b.kode ? -1 : 1));
  const within = (code: string) => tps.filter(({ kode }) => kode.startsWith(code)).length;
  const kecamatan = ['167101', '167102'].map((code) => ({
    code,
    name: `KECAMATAN ${code}`,
    kelurahan: kelurahan
      .filter((name) => name.startsWith(code))
      .map((name) => ({ code: name, name: `KELURAHAN ${name}`, tps: within(name) })),
    tps: within(code),
    dpt: 0,
  }));
  const plan: Plan = {
    formatVersion: PLAN_FORMAT_VERSION,
    kind: 'plan',
    toolkit: { name: 'sirekap-uji-beban', version: '0.1.0' },
    region: 'sintetis',
    seed: 1,
    area: { code: '1671', name: 'KOTA SINTETIS', level: 'kota', kecamatan },
    elections: [],
    documents: 'synthetic',
    documentProfile: DOCUMENTS.map(({ type, pages }) => ({
      type,
      form: 'daftar-hadir',
      title: type,
      election: null,
      pages,
    })),
    figures: [],
    workload: {
      login: { durationSecond: 600 },
      arrivals: {
        clockStart: '13:00 WIB',
        durationSecond: 3600,
        knots: constantRate(tpsCount, 3600),
        ways: [],
        fit: { family: 'beta', alpha: 1, beta: 1, points: [] },
      },
      retest: { durationSecond: 300 },
      documentSpacingSecond: 30,
      batchSpacingSecond: 5,
      operator: { attempts: 3, firstBackoffSecond: 10, backoffFactor: 2, requestTimeoutSecond: 30 },
      disturbances: [],
    },
    counts: {
      kecamatan: 2,
      kelurahan: 4,
      tps: tpsCount,
      voters: 0,
      documents: 2 * tpsCount,
      pages: UPLOADS_PER_TPS * tpsCount,
      accounts,
      accountsByRole: {
        kpps: tpsCount,
        'pps-operator': 0,
        'ppk-admin': Math.max(0, accounts - tpsCount),
        'ppk-operator': 0,
        'kabkota-admin': 0,
      },
      ...tpsTotals(tps),
    },
    mistakes: mistakeTotals(tps),
    photos: { mode: 'pool', sensor: 'published', size: 1, clean: 1, width: 10, height: 10 },
    shards: 1,
    files: {},
    attribution: [],
  };
  return { plan, tps };
}

function syntheticTps(kelurahan: string, index: number, count: number): PlannedTps {
  const kode = kelurahan + String(index + 1).padStart(3, '0');
  const special = index === 5;
  const none = { male: 0, female: 0, total: 0 };
  return {
    kode,
    number: special ? 901 : index + 1,
    kecamatan: kelurahan.slice(0, 6),
    kelurahan,
    signal: index % 5 === 2 ? 'weak' : 'good',
    way: WAYS[index % WAYS.length] as Way,
    arrivalRank: count - 1 - index,
    arrivalSecond: 0,
    operator: `kpps-${kode}`,
    chair: 'Sintetis',
    voters: { dpt: none, usersDpt: none, usersDptb: none, usersDpk: none, users: none },
    contests: [],
    mistakes: index % 3 === 1 ? [mistake((index - 1) / 3)] : [],
    documents: DOCUMENTS.map(({ type, pages }) => ({
      type,
      pages,
      photos: Array.from({ length: pages }, (_, p) => ({
        page: p + 1,
        photo: 0,
        bytes: 1000 + index,
        sha256: Object.fromEntries(
          TAKES.map((take) => [take, hash('sha256', `${kode} ${type} ${p + 1} ${take}`)]),
        ) as Record<Take, string>,
      })),
    })),
  };
}

/** The n-th of all mistakes: each kind and each page in turn. */
function mistake(n: number): Mistake {
  const pages = DOCUMENTS.flatMap(({ type, pages }) =>
    Array.from({ length: pages }, (_, p) => ({ document: type, page: p + 1 })),
  );
  return {
    kind: MISTAKE_KINDS[n % MISTAKE_KINDS.length] as Mistake['kind'],
    ...(pages[n % pages.length] as { document: string; page: number }),
  };
}

/** What plan.json says of its lines, counted without the code under test. */
export function tpsTotals(
  tps: readonly PlannedTps[],
): Pick<Plan['counts'], 'ways' | 'weakSignal' | 'specialTps'> {
  const ofWay = (way: Way) => tps.filter((line) => line.way === way).length;
  return {
    ways: {
      online: ofWay('online'),
      offline: ofWay('offline'),
      'offline-online': ofWay('offline-online'),
      kecamatan: ofWay('kecamatan'),
    },
    weakSignal: tps.filter(({ signal }) => signal === 'weak').length,
    specialTps: tps.filter(({ number }) => number > 900).length,
  };
}

/** Photos of the synthetic pool can be blurred or dark, but have no figures. */
function mistakeTotals(tps: readonly PlannedTps[]): PlannedMistakes[] {
  return MISTAKE_KINDS.map((kind) => ({
    kind,
    planned: tps.filter(({ mistakes }) => mistakes.some((one) => one.kind === kind)).length,
    carried: (PHOTO_FAULTS as readonly string[]).includes(kind),
  }));
}
