import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccountRole, PlannedAccount } from '../../fixtures/plan/types.ts';

/** A plan of a handful of TPS for the tests: only what the mock server reads. */
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

/** @param tpsPerKelurahan TPS in each of the three kelurahan */
export function smallPlan(tpsPerKelurahan = 2) {
  const tps = KECAMATAN.flatMap(({ code, kelurahan }) =>
    kelurahan.flatMap((kel) =>
      Array.from({ length: tpsPerKelurahan }, (_, i) => ({
        kode: `${kel}${String(i + 1).padStart(3, '0')}`,
        kecamatan: code,
        kelurahan: kel,
        documents: SMALL_DOCUMENTS,
      })),
    ),
  );
  const accounts: PlannedAccount[] = [
    ...tps.map(({ kode }) => account(`kpps-${kode}`, 'kpps', kode)),
    ...KECAMATAN.flatMap(({ kelurahan }) =>
      kelurahan.map((kel) => account(`pps-${kel}`, 'pps-operator', kel)),
    ),
    ...KECAMATAN.map(({ code }) => account(`ppk-${code}`, 'ppk-admin', code)),
    account('kota-1671', 'kabkota-admin', '1671'),
  ];
  const kecamatan = KECAMATAN.map(({ code, name, kelurahan }) => ({
    code,
    name,
    tps: kelurahan.length * tpsPerKelurahan,
  }));
  return { area: { code: '1671', name: 'KOTA PALEMBANG', level: 'kota', kecamatan }, tps, accounts };
}

function account(username: string, role: AccountRole, scope: string): PlannedAccount {
  return { username, password: `rahasia ${username}`, role, scope, name: username };
}

/** Writes the plan as a folder that `startServer` can read. */
export async function writeSmallPlan(dir: string, plan = smallPlan()): Promise<void> {
  await mkdir(dir, { recursive: true });
  const ndjson = (lines: unknown[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const { tps, accounts, ...rest } = plan;
  await writeFile(join(dir, 'plan.json'), JSON.stringify({ formatVersion: 1, kind: 'plan', ...rest }));
  await writeFile(join(dir, 'tps.ndjson'), ndjson(tps));
  await writeFile(join(dir, 'accounts.ndjson'), ndjson(accounts));
}
