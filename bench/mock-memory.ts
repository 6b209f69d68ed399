import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePlan } from '../fixtures/plan/generate.ts';
import { readAccounts, readTps } from '../fixtures/plan/read.ts';
import { jpeg } from '../mock-server/testing/jpeg.ts';
import { logIn } from './log-in.ts';
import { startPrintingServer } from './measured-process.ts';
import { type Page, uploadLoop } from './mock-memory/upload-loop.ts';
import type { BenchResult } from './ratio.ts';

/** 95 sheets a second is the nation's average over 13-19h of 27 November 2024 (derived, see docs/architecture.md); an hour of it. */
const UPLOADS = 95 * 3600;
const PHOTO_BYTES = 20_000;
/** The uploads are looked at in so many parts of equal length. */
const PARTS = 10;
/** The part that the last is held against: what is filled once (caches, the write-ahead log, compiled code) is full. */
const WARM_PART = 2;
const GOAL = 1.1;
const MIB = 2 ** 20;

/** The mock's resident memory over an hour's worth of the nation's uploads, sent as fast as it takes them. */
export async function benchMockMemory(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'uji-beban-bench-'));
  const planDir = join(folder, 'plan');
  await generatePlan({
    region: 'palembang',
    seed: 20241012,
    out: planDir,
    photos: { mode: 'none' },
    toolkit: { name: 'bench', version: '0' },
  });
  const mock = await startPrintingServer([
    join(import.meta.dirname, '..', 'mock-server', 'testing', 'serve.ts'),
    planDir,
    join(folder, 'store.sqlite'),
  ]);
  try {
    const pages = await pagesOf(mock.url, planDir);
    const least = Array.from({ length: PARTS }, () => Number.POSITIVE_INFINITY);
    const startedAt = performance.now();
    const photo = jpeg(randomBytes(PHOTO_BYTES).toString('latin1'));
    await uploadLoop(mock.url, pages, photo, UPLOADS, (done) => {
      if (done % 1000 !== 0) return;
      const part = Math.min(PARTS - 1, Math.floor((done / UPLOADS) * PARTS));
      // The least of a part is what is needed; what lies above it the collector has not fetched yet.
      least[part] = Math.min(least[part] as number, residentBytes(mock.child.pid));
    });
    return [result(least, (performance.now() - startedAt) / 1000)];
  } finally {
    await mock.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function result(least: readonly number[], seconds: number): BenchResult {
  const ratio = (least.at(-1) as number) / (least[WARM_PART] as number);
  return {
    name: `resident memory of the mock in the last tenth of ${UPLOADS} uploads (an hour of the nation’s) against that in the ${WARM_PART + 1}rd tenth`,
    goal: `at most ${GOAL}`,
    reached: ratio <= GOAL,
    figure: ratio.toFixed(2),
    details: [
      `least of each tenth: ${least.map((bytes) => (bytes / MIB).toFixed(0)).join(', ')} MiB; ${(UPLOADS / seconds).toFixed(0)} uploads/s`,
    ],
  };
}

function residentBytes(pid: number | undefined): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}

/** Every page of the plan, with the token of an admin of its kecamatan. */
async function pagesOf(url: string, planDir: string): Promise<Page[]> {
  const tokens = new Map<string, string>();
  for await (const { username, password, role, scope } of readAccounts(planDir)) {
    if (role !== 'ppk-admin' || tokens.has(scope)) continue;
    tokens.set(scope, await logIn(url, { username, password }));
  }
  const pages: Page[] = [];
  for await (const { kode, kecamatan, documents } of readTps(planDir)) {
    const token = tokens.get(kecamatan) ?? '';
    for (const { type, pages: count } of documents)
      for (let page = 1; page <= count; page++) pages.push({ kode, document: type, page, token });
  }
  return pages;
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await benchMockMemory(), null, 2)}\n`);
