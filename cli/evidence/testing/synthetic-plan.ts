import { hash } from 'node:crypto';
import { constantRate } from '../../../fixtures/arrival/schedule.ts';
import type { Plan, PlannedTps, Take } from '../../../fixtures/plan/types.ts';

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
 * the order of codes, so that nobody who mixes up the two goes unnoticed.
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
    formatVersion: 1,
    kind: 'plan',
    toolkit: { name: 'sirekap-uji-beban', version: '0.1.0' },
    region: 'sintetis',
    seed: 1,
    area: { code: '1671', name: 'KOTA SINTETIS', level: 'kota', kecamatan },
    elections: [],
    documentProfile: DOCUMENTS.map(({ type, pages }) => ({ type, title: type, election: null, pages })),
    figures: [],
    workload: {
      login: { durationSecond: 600 },
      arrivals: {
        clockStart: '13:00 WIB',
        durationSecond: 3600,
        knots: constantRate(tpsCount, 3600),
        fit: { family: 'beta', alpha: 1, beta: 1, points: [] },
      },
      retest: { durationSecond: 300 },
      documentSpacingSecond: 30,
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
    },
    photos: { mode: 'pool', size: 1, width: 10, height: 10 },
    files: {},
    attribution: [],
  };
  return { plan, tps };
}

function syntheticTps(kelurahan: string, index: number, count: number): PlannedTps {
  const kode = kelurahan + String(index + 1).padStart(3, '0');
  const none = { male: 0, female: 0, total: 0 };
  return {
    kode,
    number: index + 1,
    kecamatan: kelurahan.slice(0, 6),
    kelurahan,
    signal: 'good',
    way: 'online',
    arrivalRank: count - 1 - index,
    arrivalSecond: 0,
    operator: `kpps-${kode}`,
    chair: 'Sintetis',
    voters: { dpt: none, usersDpt: none, usersDptb: none, usersDpk: none, users: none },
    contests: [],
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
