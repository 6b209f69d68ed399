import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../fixtures/package-root.ts';
import { measureProcess, type ProcessFigures } from './measured-process.ts';
import { type BenchResult, median } from './ratio.ts';

const RUNS = 5;
const GOAL_CPU_SECOND = 2;
/** A peak that grows by less than this for ten times the TPS does not grow with them. */
const GOAL_MEMORY_RATIO = 1.1;

/** Palembang's plan without photos: CPU of one core; peak memory for about Palembang's TPS and for ten times as many. */
export async function benchPlan(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'uji-beban-bench-'));
  let made = 0;
  const run = async (args: string[]): Promise<ProcessFigures> => {
    const figures = await measureProcess(process.execPath, args);
    if (figures.exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${figures.exitCode}`);
    return figures;
  };
  const palembang = () => {
    const options = ['--region', 'palembang', '--photos', 'none', '--out', join(folder, String(made++))];
    return run([join(PACKAGE_ROOT, 'cli', 'main.ts'), 'generate', ...options]);
  };
  const invented = (kelurahan: number) =>
    run([
      join(import.meta.dirname, 'plan', 'generate-invented.ts'),
      join(folder, String(made++)),
      String(kelurahan),
    ]);
  try {
    const plain: ProcessFigures[] = [];
    const small: ProcessFigures[] = [];
    const large: ProcessFigures[] = [];
    for (let i = 0; i < RUNS; i++) {
      plain.push(await palembang());
      small.push(await invented(108));
      large.push(await invented(1080));
    }
    const cpu = median(plain.map(({ cpuSecond }) => cpuSecond));
    const growth = median(
      large.map(({ peakBytes }, i) => peakBytes / (small[i] as ProcessFigures).peakBytes),
    );
    return [
      {
        name: 'Palembang’s plan without photos: CPU of one core, start of the process included',
        goal: `under ${GOAL_CPU_SECOND} s`,
        reached: cpu < GOAL_CPU_SECOND,
        figure: `${cpu.toFixed(2)} s`,
        details: [
          `peak memory ${megabytes(plain)}, wall ${median(plain.map(({ wallSecond }) => wallSecond)).toFixed(2)} s`,
        ],
      },
      {
        name: 'peak memory of a plan of 22,680 TPS against one of 2,268',
        goal: `at most ${GOAL_MEMORY_RATIO}`,
        reached: growth <= GOAL_MEMORY_RATIO,
        figure: growth.toFixed(2),
        details: [`${megabytes(small)} and ${megabytes(large)}`],
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function megabytes(runs: ProcessFigures[]): string {
  return `${(median(runs.map(({ peakBytes }) => peakBytes)) / 1e6).toFixed(0)} MB`;
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await benchPlan(), null, 2)}\n`);
