import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateK6 } from '../cli/k6/locate.ts';
import { k6Environment } from '../cli/k6/version.ts';
import { MARK_BYTES, markBytes } from '../fixtures/photos/upload-mark.ts';
import { measureProcess, type ProcessFigures, startPrintingServer } from './measured-process.ts';
import { type BenchResult, median, ratioText } from './ratio.ts';

/** Of one photo in every comparison of generators. */
export const PHOTO_BYTES = 200_000;
const POOL = 24;
const UPLOADS = 12_000;
const GOAL_MEMORY_RATIO = 1.5;
const PAIRS = 7;

/** As anybody runs k6: no setting of ours but that it does not call out. */
const PLAIN_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...process.env,
  K6_NO_USAGE_REPORT: 'true',
  K6_AUTO_EXTENSION_RESOLUTION: 'false',
};

/**
 * The rounds' upload path in k6 against a bare k6 script that posts one fixed photo, to the same sink, in turn: uploads
 * a second, CPU per upload, and memory at 200 VUs.
 */
export async function benchUploadGenerator(): Promise<BenchResult[]> {
  const k6 = (await locateK6({ build: true })).path;
  const folder = mkdtempSync(join(tmpdir(), 'uji-beban-bench-'));
  const sink = await startPrintingServer([join(import.meta.dirname, 'sink.ts')]);
  try {
    const pool = writePool(join(folder, 'pool'), POOL, PHOTO_BYTES);
    const one = writePool(join(folder, 'one'), 1, PHOTO_BYTES);
    const small = writePool(join(folder, 'small'), 1, 20_000);
    const ours = (plan: string, vus: number, uploads: number) =>
      runRoundsUpload(k6, sink.url, { plan, vus, uploads }, folder);
    const bare = (vus: number, uploads: number, env = PLAIN_ENVIRONMENT) =>
      k6Run(
        k6,
        sink.url,
        join(import.meta.dirname, 'k6', 'bare-http-file.js'),
        { PHOTO: join(one, 'photos.pack'), VUS: vus, UPLOADS: uploads },
        folder,
        env,
      );
    await bare(20, 2000);
    await ours(pool, 20, 2000);
    const pairs: Pairs = [];
    for (let i = 0; i < PAIRS; i++)
      pairs.push({
        bare: await bare(20, UPLOADS),
        ours: await ours(pool, 20, UPLOADS),
        bareTuned: await bare(20, UPLOADS, k6Environment()),
      });
    const memory = {
      pool: await ours(pool, 200, UPLOADS),
      one: await ours(one, 200, UPLOADS),
      small: await ours(small, 200, UPLOADS),
      bare: await bare(200, UPLOADS),
    };
    return [rateResult(pairs), cpuResult(pairs), ...memoryResults(memory)];
  } finally {
    await sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `bareTuned` is the bare script under the collector settings with which our CLI starts k6. */
type Pairs = { ours: ProcessFigures; bare: ProcessFigures; bareTuned: ProcessFigures }[];

function rateResult(pairs: Pairs): BenchResult {
  const ratios = pairs.map(({ ours, bare }) => bare.wallSecond / ours.wallSecond);
  return {
    name: 'uploads/s of the rounds’ path against bare k6 `http.file`',
    goal: 'at least 1.0',
    reached: median(ratios) >= 1,
    figure: ratioText(ratios),
    details: [
      `with the same collector settings: ${ratioText(pairs.map(({ ours, bareTuned }) => bareTuned.wallSecond / ours.wallSecond))}`,
      ...pairs.map(
        ({ ours, bare }) =>
          `ours ${(UPLOADS / ours.wallSecond).toFixed(0)}/s, bare ${(UPLOADS / bare.wallSecond).toFixed(0)}/s (start-up included)`,
      ),
    ],
  };
}

function cpuResult(pairs: Pairs): BenchResult {
  const ratios = pairs.map(({ ours, bare }) => ours.cpuSecond / bare.cpuSecond);
  return {
    name: 'CPU per upload of the rounds’ path against bare k6 `http.file`',
    goal: 'at most 1.0',
    reached: median(ratios) <= 1,
    figure: ratioText(ratios),
    details: [
      `with the same collector settings: ${ratioText(pairs.map(({ ours, bareTuned }) => ours.cpuSecond / bareTuned.cpuSecond))}`,
      ...pairs.map(
        ({ ours, bare }) =>
          `ours ${((ours.cpuSecond / UPLOADS) * 1000).toFixed(3)} ms, bare ${((bare.cpuSecond / UPLOADS) * 1000).toFixed(3)} ms`,
      ),
    ],
  };
}

function memoryResults(memory: Record<'pool' | 'one' | 'small' | 'bare', ProcessFigures>): BenchResult[] {
  const details = Object.entries(memory).map(
    ([name, { peakBytes }]) => `${name}: ${(peakBytes / 1e6).toFixed(0)} MB`,
  );
  const result = (other: 'one' | 'small', size: string): BenchResult => {
    const ratio = memory.pool.peakBytes / memory[other].peakBytes;
    return {
      name: `k6 memory at 200 VUs: pool of 24 photos of 200 kB against one photo of ${size}`,
      goal: `at most ${GOAL_MEMORY_RATIO}`,
      reached: ratio <= GOAL_MEMORY_RATIO,
      figure: ratio.toFixed(2),
      details,
    };
  };
  return [result('one', '200 kB'), result('small', '20 kB')];
}

/**
 * The rounds' own upload path in a closed loop.
 * @param load `plan`: folder of a pool from {@link writePool}
 * @param folder for the journal, which is thrown away
 * @throws Error when k6 does not end well
 */
export async function runRoundsUpload(
  k6: string,
  target: string,
  { plan, vus, uploads }: { plan: string; vus: number; uploads: number },
  folder: string,
): Promise<ProcessFigures> {
  const script = join(import.meta.dirname, 'k6', 'rounds-upload.ts');
  return k6Run(k6, target, script, { PLAN: plan, VUS: vus, UPLOADS: uploads }, folder);
}

async function k6Run(
  k6: string,
  target: string,
  script: string,
  env: Record<string, string | number>,
  folder: string,
  environment = k6Environment(),
): Promise<ProcessFigures> {
  const flags = Object.entries({ ...env, TARGET: target }).flatMap(([name, value]) => [
    '-e',
    `${name}=${value}`,
  ]);
  const journal = ['--log-format', 'raw', '--console-output', join(folder, 'journal.ndjson')];
  const figures = await measureProcess(
    k6,
    ['run', '--quiet', '--summary-mode', 'disabled', ...journal, ...flags, script],
    environment,
  );
  rmSync(join(folder, 'journal.ndjson'), { force: true });
  if (figures.exitCode !== 0) throw new Error(`k6 ended with ${figures.exitCode} for ${script}`);
  return figures;
}

/** A pool of photos as a plan has it, of random bytes. @returns its folder */
export function writePool(folder: string, size: number, bytes: number): string {
  const photos = [];
  const parts = [];
  for (let i = 0; i < size; i++) {
    photos.push({ offset: i * bytes, bytes });
    parts.push(
      randomBytes(bytes - MARK_BYTES),
      markBytes({ tps: '', document: 0, page: 0, take: 'round-1' }),
    );
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'photos.pack'), Buffer.concat(parts));
  writeFileSync(
    join(folder, 'photos.index.json'),
    JSON.stringify({ formatVersion: 1, kind: 'photo-index', photos }),
  );
  return folder;
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await benchUploadGenerator(), null, 2)}\n`);
