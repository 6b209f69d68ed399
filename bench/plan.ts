import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../fixtures/package-root.ts';
import { measureProcess, type ProcessFigures } from './measured-process.ts';
import { type BenchResult, median } from './ratio.ts';

const PALEMBANG_RUNS = 5;
const NATION_RUNS = 3;
const GOAL_CPU_SECOND = 2;
const GOAL_NATION_SECOND = 60;
const GOAL_NATION_BYTES = 300e6;
/** A peak that grows by less than this for ten times the TPS does not grow with them. */
const GOAL_MEMORY_RATIO = 1.1;

/** A plan as it is measured. */
interface Size {
  name: string;
  tps: number;
  options: string[];
}

const PALEMBANG: Size = { name: 'Palembang', tps: 2272, options: ['--region', 'palembang'] };
const TENTH: Size = {
  name: 'a tenth of the nation',
  tps: 43_529,
  options: ['--region', 'nasional', '--shards', '10', '--shard', '1'],
};
const NATION: Size = {
  name: 'the nation',
  tps: 435_296,
  options: ['--region', 'nasional', '--shards', '10'],
};

/** Plans without photos: CPU of Palembang's, time and peak memory of the nation's, and both at three sizes. */
export async function benchPlan(): Promise<BenchResult[]> {
  const palembang = await measure(PALEMBANG, PALEMBANG_RUNS);
  const tenth = await measure(TENTH, NATION_RUNS);
  const nation = await measure(NATION, NATION_RUNS);
  const cpu = median(palembang.map(({ cpuSecond }) => cpuSecond));
  const wall = median(nation.map(({ wallSecond }) => wallSecond));
  const growth = median(nation.map(({ peakBytes }, i) => peakBytes / (tenth[i] as ProcessFigures).peakBytes));
  const sizes = [sizeLine(PALEMBANG, palembang), sizeLine(TENTH, tenth), sizeLine(NATION, nation)];
  return [
    {
      name: 'Palembang’s plan without photos: CPU of one core, start of the process included',
      goal: `under ${GOAL_CPU_SECOND} s`,
      reached: cpu < GOAL_CPU_SECOND,
      figure: `${cpu.toFixed(2)} s`,
      details: sizes,
    },
    {
      name: 'the national plan without photos: 435,296 TPS and 1,067,770 accounts',
      goal: `under ${GOAL_NATION_SECOND} s and ${GOAL_NATION_BYTES / 1e6} MB`,
      reached:
        wall < GOAL_NATION_SECOND &&
        Math.max(...nation.map(({ peakBytes }) => peakBytes)) < GOAL_NATION_BYTES,
      figure: `${wall.toFixed(1)} s, ${megabytes(nation)}`,
      details: [],
    },
    {
      name: 'peak memory of the national plan against that of a tenth of it',
      goal: `does not grow: at most ${GOAL_MEMORY_RATIO}`,
      reached: growth <= GOAL_MEMORY_RATIO,
      figure: growth.toFixed(2),
      details: [],
    },
  ];
}

async function measure({ options }: Size, runs: number): Promise<ProcessFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'uji-beban-bench-'));
  const found: ProcessFigures[] = [];
  try {
    for (let i = 0; i < runs; i++) {
      const out = join(folder, String(i));
      const main = join(PACKAGE_ROOT, 'cli', 'main.ts');
      const args = [main, 'generate', ...options, '--photos', 'none', '--out', out];
      const figures = await measureProcess(process.execPath, args);
      if (figures.exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${figures.exitCode}`);
      found.push(figures);
      rmSync(out, { recursive: true });
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sizeLine({ name, tps }: Size, runs: ProcessFigures[]): string {
  const wall = median(runs.map(({ wallSecond }) => wallSecond));
  const rate = Math.round(tps / wall).toLocaleString('en-US');
  return `${name}: ${tps.toLocaleString('en-US')} TPS in ${wall.toFixed(2)} s (${rate} TPS/s), peak memory ${megabytes(runs)}`;
}

function megabytes(runs: ProcessFigures[]): string {
  return `${(median(runs.map(({ peakBytes }) => peakBytes)) / 1e6).toFixed(0)} MB`;
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await benchPlan(), null, 2)}\n`);
