import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readyVusOf } from '../cli/k6/inspect.ts';
import { locateK6 } from '../cli/k6/locate.ts';
import { k6Environment } from '../cli/k6/version.ts';
import { scriptForK6 } from '../cli/run/script-for-k6.ts';
import { PLAN_FILES } from '../fixtures/plan/folder.ts';
import { generatePlan } from '../fixtures/plan/generate.ts';
import { ARRIVAL_TIME_UNIT_SECOND, type Plan } from '../fixtures/plan/types.ts';
import { enlargePhotos } from './enlarge-photos.ts';
import { measureProcess, type ProcessFigures, startPrintingServer } from './measured-process.ts';
import type { BenchResult } from './ratio.ts';

/**
 * Every TPS arrives within so many seconds, and has its sheets this far apart: from the last arrival to the first's last sheet all sessions are open, and as
 * many sheets a second are uploaded as in the nation's hour on average (95, derived; see docs/benchmarks.md).
 */
const ARRIVALS_SECOND = 48;
const SPACING_SECOND = 24;
/** What the goal is set for; those of the plan have the published size, 164 kB on average. */
const PHOTO_BYTES = 200_000;
const GOAL_BYTES = 2 ** 30;

/** All TPS of Palembang open at once, in real time, with the mock beside: what k6 takes. */
export async function benchOpenSessions(): Promise<BenchResult[]> {
  const k6 = await locateK6({ build: true });
  const folder = await mkdtemp(join(tmpdir(), 'uji-beban-bench-'));
  const plan = join(folder, 'plan');
  await generatePlan({
    region: 'palembang',
    seed: 20241012,
    out: plan,
    photos: { mode: 'pool', size: 24, sensor: 'published' },
    toolkit: { name: 'bench', version: '0' },
  });
  const tps = await openAllAtOnce(join(plan, PLAN_FILES.plan));
  await enlargePhotos(plan, PHOTO_BYTES);
  const mock = await startPrintingServer([
    join(import.meta.dirname, '..', 'mock-server', 'testing', 'serve.ts'),
    plan,
    join(folder, 'store.sqlite'),
  ]);
  try {
    const journal = join(folder, 'journal.ndjson');
    const environment = { PLAN: plan, TARGET: mock.url, SPEED: '1', RUN_ID: 'bench', FLOW: 'kpps' };
    const { script, effectiveOptions } = await scriptForK6(
      {
        run: { workload: 'round-1', plays: new Set(['logins', 'tps'] as const), overLinks: false },
        planFolder: plan,
        adapter: null,
        folder,
        environment,
      },
      k6,
      new AbortController().signal,
    );
    const figures = await measureProcess(
      k6.path,
      [
        ...[
          'run',
          '--quiet',
          '--summary-mode',
          'disabled',
          '--log-format',
          'raw',
          '--console-output',
          journal,
        ],
        ...Object.entries(environment).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
        script,
      ],
      k6Environment(readyVusOf(effectiveOptions)),
    );
    if (figures.exitCode !== 0) throw new Error(`k6 ended with ${figures.exitCode}`);
    const uploads = (await readFile(journal, 'utf8')).split('\n').filter(isStoredUpload).length;
    return [result(tps, uploads, figures)];
  } finally {
    await mock.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function isStoredUpload(line: string): boolean {
  return line.includes('"operation":"upload"') && line.includes('"errorClass":null');
}

function result(tps: number, uploads: number, figures: ProcessFigures): BenchResult {
  const { peakBytes, cpuSecond } = figures;
  return {
    name: `k6 memory with ${tps} sessions open at once, in real time, uploading photos of ${PHOTO_BYTES / 1000} kB`,
    goal: 'at most 1 GiB',
    reached: peakBytes <= GOAL_BYTES,
    figure: `${(peakBytes / 2 ** 30).toFixed(2)} GiB`,
    details: [
      `${(peakBytes / tps / 1000).toFixed(0)} kB an open session`,
      `${((cpuSecond / uploads) * 1000).toFixed(1)} ms of CPU an upload, with everything: making the VUs, logins, lists, ${uploads} uploads, status checks`,
    ],
  };
}

/** Rewrites the times of a plan. @returns its TPS */
async function openAllAtOnce(path: string): Promise<number> {
  const plan = JSON.parse(await readFile(path, 'utf8')) as Plan;
  const { tps } = plan.counts;
  const rate = Math.ceil(((tps + 0.5) * ARRIVAL_TIME_UNIT_SECOND) / ARRIVALS_SECOND);
  plan.workload.login.durationSecond = ARRIVALS_SECOND;
  plan.workload.arrivals.durationSecond = ARRIVALS_SECOND;
  plan.workload.arrivals.knots = [
    { second: 0, rate },
    { second: ARRIVALS_SECOND, rate },
  ];
  plan.workload.documentSpacingSecond = SPACING_SECOND;
  plan.workload.batchSpacingSecond = SPACING_SECOND;
  await writeFile(path, JSON.stringify(plan));
  return tps;
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await benchOpenSessions(), null, 2)}\n`);
