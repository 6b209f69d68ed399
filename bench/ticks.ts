import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchResult } from './ratio.ts';

const SCRIPT = join(import.meta.dirname, 'ticks', 'tick-cost.ts');
const GOAL = 1.5;

interface TickCost {
  /** ns of a tick in a young process, and after full collections that found none waiting. */
  before: number;
  after: number;
}

/** What `process.nextTick` costs a process after full collections against before them, where the mock keeps a tick's shape and where nobody does. */
export async function benchTicks(): Promise<BenchResult[]> {
  const kept = await costOf(['keep']);
  const forgotten = await costOf([]);
  const ratio = kept.after / kept.before;
  return [
    {
      name: 'a process.nextTick in a process such as the mock’s, after six full collections against before them',
      goal: `at most ${GOAL}`,
      reached: ratio <= GOAL,
      figure: ratio.toFixed(2),
      details: [
        `the mock's: ${describe(kept)}`,
        `any process: ${describe(forgotten)}, ${(forgotten.after / forgotten.before).toFixed(2)} times as much`,
      ],
    },
  ];
}

async function costOf(args: string[]): Promise<TickCost> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, ...args]);
  return JSON.parse(stdout) as TickCost;
}

function describe({ before, after }: TickCost): string {
  return `${before.toFixed(0)} ns before, ${after.toFixed(0)} after`;
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await benchTicks(), null, 2)}\n`);
