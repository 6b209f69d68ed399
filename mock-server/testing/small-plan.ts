import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type AccountRole,
  MISTAKE_KINDS,
  PLAN_FORMAT_VERSION,
  type Plan,
  type PlannedAccount,
  type PlannedTps,
} from '../../fixtures/plan/types.ts';

/** A plan of a handful of TPS for tests and benchmarks of the server: whole in form, empty where it does not look. */
export const SMALL_DOCUMENTS = [
  { type: 'c-hasil-gubernur', pages: 3 },
  { type: 'c-hasil-walikota', pages: 2 },
  { type: 'kejadian-khusus', pages: 1 },
  { type: 'daftar-hadir', pages: 1 },
];

export const PAGES_PER_TPS = SMALL_DOCUMENTS.reduce((sum, { pages }) => sum + pages, 0);

const KECAMATAN = [
  { code: '167101', name: 'ILIR BARAT II', kelurahan: ['1671011001', '1671011002'] },
  { code: '167102', name: 'SEBERANG ULU I', kelurahan: ['1671021001'] },
];

export interface SmallPlan {
  plan: Plan;
  tps: PlannedTps[];
  accounts: PlannedAccount[];
}

/** @param perKelurahan TPS in each of the three kelurahan */
export function smallPlan(perKelurahan = 2): SmallPlan {
  const tps = KECAMATAN.flatMap(({ code, kelurahan }) =>
    kelurahan.flatMap((kel) => Array.from({ length: perKelurahan }, (_, i) => tpsLine(code, kel, i + 1))),
  );
  const accounts = [
    ...tps.map(({ kode }) => account(`kpps-${kode}`, 'kpps', kode)),
    ...KECAMATAN.flatMap(({ kelurahan }) =>
      kelurahan.map((kel) => account(`pps-${kel}`, 'pps-operator', kel)),
    ),
    ...KECAMATAN.map(({ code }) => account(`ppk-${code}`, 'ppk-admin', code)),
    ...KECAMATAN.map(({ code }) => account(`operator-${code}`, 'ppk-operator', code)),
    account('kota-1671', 'kabkota-admin', '1671'),
    // Of a kabupaten beside it, without TPS here: what is not theirs must stay out of their sight.
    account('kab-1602', 'kabkota-admin', '1602'),
  ];
  return { plan: planFile(perKelurahan, tps.length, accounts), tps, accounts };
}

/** The same with two elections of three pairs, every TPS with votes of its own. */
export function smallElections({ plan, tps, accounts }: SmallPlan): SmallPlan {
  const codes = { gubernur: 'pkwkp', walikota: 'pkwkk' } as const;
  const slugs = ['gubernur', 'walikota'] as const;
  const elections = slugs.map((slug, e) => ({
    slug,
    code: codes[slug],
    pairs: [1, 2, 3].map((number) => ({ number, id: String(1_000_000 + 100 * e + number) })),
  }));
  const documentProfile = plan.documentProfile.map((document) => {
    const election = slugs.find((slug) => document.type === `c-hasil-${slug}`);
    return election ? { ...document, form: 'c-hasil' as const, election } : document;
  });
  const lines = tps.map((line, i) => ({
    ...line,
    contests: slugs.map((election, e) => {
      const votes = [100 + i, 50 + e, 9];
      const valid = votes.reduce((sum, count) => sum + count, 0);
      const ballots = { received: 400, used: valid + 1, spoilt: 0, unused: 399 - valid };
      return { election, votes, valid, invalid: 1, total: valid + 1, ballots };
    }),
  }));
  return { plan: { ...plan, elections, documentProfile }, tps: lines, accounts };
}

function planFile(perKelurahan: number, tps: number, accounts: PlannedAccount[]): Plan {
  const ofRole = (role: AccountRole) => accounts.filter((account) => account.role === role).length;
  const second = { durationSecond: 3600 };
  const knots = [
    { second: 0, rate: 1 },
    { second: 3600, rate: 1 },
  ];
  return {
    formatVersion: PLAN_FORMAT_VERSION,
    kind: 'plan',
    toolkit: { name: 'sirekap-uji-beban', version: '0.1.0' },
    region: 'palembang',
    seed: 1,
    area: {
      code: '1671',
      name: 'KOTA PALEMBANG',
      level: 'kota',
      kecamatan: KECAMATAN.map(({ code, name, kelurahan }) => ({
        code,
        name,
        kelurahan: kelurahan.map((kel) => ({ code: kel, name: kel, tps: perKelurahan })),
        tps: kelurahan.length * perKelurahan,
        dpt: 0,
      })),
    },
    elections: [],
    documents: 'four-documents',
    documentProfile: SMALL_DOCUMENTS.map(({ type, pages }) => ({
      type,
      form: 'daftar-hadir',
      title: type,
      election: null,
      pages,
    })),
    figures: [],
    workload: {
      login: second,
      arrivals: {
        clockStart: '13:00 WIB',
        ...second,
        knots,
        ways: [{ way: 'online', count: tps, firstSecond: 0, lastSecond: 3600 }],
        fit: { family: 'beta', alpha: 1, beta: 1, points: [] },
      },
      retest: second,
      documentSpacingSecond: 0,
      batchSpacingSecond: 0,
      operator: { attempts: 1, firstBackoffSecond: 0, backoffFactor: 1, requestTimeoutSecond: 60 },
      disturbances: [],
    },
    counts: {
      kecamatan: KECAMATAN.length,
      kelurahan: 3,
      tps,
      voters: 0,
      documents: tps * SMALL_DOCUMENTS.length,
      pages: tps * PAGES_PER_TPS,
      accounts: accounts.length,
      accountsByRole: {
        kpps: ofRole('kpps'),
        'pps-operator': ofRole('pps-operator'),
        'ppk-admin': ofRole('ppk-admin'),
        'ppk-operator': ofRole('ppk-operator'),
        'kabkota-admin': ofRole('kabkota-admin'),
      },
      ways: { online: tps, offline: 0, 'offline-online': 0, kecamatan: 0 },
      weakSignal: 0,
      specialTps: 0,
    },
    mistakes: MISTAKE_KINDS.map((kind) => ({ kind, planned: 0, carried: false })),
    photos: null,
    shards: 1,
    files: {},
    attribution: [],
  };
}

function tpsLine(kecamatan: string, kelurahan: string, number: number): PlannedTps {
  const kode = `${kelurahan}${String(number).padStart(3, '0')}`;
  const none = { male: 0, female: 0, total: 0 };
  return {
    kode,
    number,
    kecamatan,
    kelurahan,
    signal: 'good',
    way: 'online',
    arrivalRank: 0,
    arrivalSecond: 0,
    operator: `kpps-${kode}`,
    chair: '',
    voters: { dpt: none, usersDpt: none, usersDptb: none, usersDpk: none, users: none },
    contests: [],
    mistakes: [],
    documents: SMALL_DOCUMENTS,
  };
}

function account(username: string, role: AccountRole, scope: string): PlannedAccount {
  return { username, password: passwordOf(username), role, scope, name: username };
}

/** The password of an account of the small plan. */
export function passwordOf(username: string): string {
  return `rahasia ${username}`;
}

/** Writes the plan as a folder that `startServer` can read. */
export async function writeSmallPlan(dir: string, { plan, tps, accounts } = smallPlan()): Promise<void> {
  await mkdir(dir, { recursive: true });
  const ndjson = (lines: unknown[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  await writeFile(join(dir, 'plan.json'), JSON.stringify(plan));
  await writeFile(join(dir, 'tps.ndjson'), ndjson(tps));
  await writeFile(join(dir, 'accounts.ndjson'), ndjson(accounts));
}
