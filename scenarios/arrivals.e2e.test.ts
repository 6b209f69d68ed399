import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { locateK6 } from '../cli/k6/locate.ts';
import { k6Environment } from '../cli/k6/version.ts';
import { arrivalSecond, totalArrivals } from '../fixtures/arrival/schedule.ts';
import { ARRIVAL_TIME_UNIT_SECOND, type RateKnot, type WorkloadModel } from '../fixtures/plan/types.ts';
import { optionsFor } from './init-stage/options.ts';
import type { Phase } from './workloads/phase.ts';
import { UPLOAD } from './workloads/testing/palembang-phases.ts';

const SPEED = 1000;
/** k6's timer and a busy machine; a schedule that is wrong is off by whole seconds. */
const LATE_MS = 250;

/** An evening, a night in which nobody arrives, and a morning. Areas: 20 arrivals each, and a quarter over. */
const EVENING = { second: 2000, rate: (2 * 20 * ARRIVAL_TIME_UNIT_SECOND) / 2000 };
const KNOTS: RateKnot[] = [
  { second: 0, rate: 0 },
  { second: 1000, rate: EVENING.rate },
  { second: 2000, rate: 0 },
  { second: 4000, rate: 0 },
  { second: 4500, rate: 40_500 },
  { second: 5000, rate: 0 },
];

const workload = {
  documentSpacingSecond: 0,
  batchSpacingSecond: 0,
  operator: { attempts: 1, firstBackoffSecond: 0, backoffFactor: 1, requestTimeoutSecond: 1 },
} as WorkloadModel;

const folder = mkdtempSync(join(tmpdir(), 'uji-beban-arrivals-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a real k6 starts every session when the plan says, through a night without any', async () => {
  const count = Math.floor(totalArrivals(KNOTS));
  expect(count).toBe(40);
  const phase: Phase = { ...UPLOAD, startSecond: 500, durationSecond: 5000, count, knots: KNOTS };
  const { scenarios } = optionsFor([phase], workload, 0, SPEED, {});
  const script = join(folder, 'arrivals.js');
  writeFileSync(
    script,
    `import exec from 'k6/execution';
export const options = ${JSON.stringify({ scenarios })};
export function upload() {
  const { iterationInTest, startTime } = exec.scenario;
  console.log(JSON.stringify({ index: iterationInTest, ms: Date.now() - startTime }));
}
`,
  );
  const journal = join(folder, 'arrivals.ndjson');
  const { path } = await locateK6({ build: true });
  const flags = ['--quiet', '--log-format', 'raw', '--console-output', journal];
  await promisify(execFile)(path, ['run', ...flags, script], { env: k6Environment() });

  const started = readFileSync(journal, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { index: number; ms: number })
    .sort((a, b) => a.index - b.index);
  expect(started.map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, i) => i));
  for (const { index, ms } of started) {
    const planned = (arrivalSecond(KNOTS, index) * 1000) / SPEED;
    expect(ms, `arrival ${index}`).toBeGreaterThanOrEqual(Math.floor(planned) - 1);
    expect(ms, `arrival ${index}`).toBeLessThanOrEqual(planned + LATE_MS);
  }
  const night = started.filter(({ ms }) => ms > 2000 + LATE_MS && ms < 4000 - 1);
  expect(night).toEqual([]);
});
