import { describe, expect, it } from 'vitest';
import { measureRun } from './index.ts';
import { addOutage } from './testing/outage.ts';
import { ANSWER_MS } from './testing/synthetic-constants.ts';
import { UPLOADS_PER_TPS } from './testing/synthetic-plan.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';

const TPS = 120;
const roundTwo = () => new SyntheticRun({ workload: 'round-2', tps: TPS, accounts: 150 });

describe('uploads outside the disturbances', () => {
  it('are all uploads where nothing is disturbed', async () => {
    const { undisturbedUploads } = await measureRun(roundTwo().write());
    expect(undisturbedUploads.samples).toBe(TPS * UPLOADS_PER_TPS);
    expect(undisturbedUploads.max).toBeCloseTo(ANSWER_MS + 1, 3);
  });

  it('leave out what a disturbance and its backlog delay, and nothing that is slow by itself', async () => {
    const run = roundTwo();
    addOutage(run, 30_000, 40_000);
    const disturbed = await measureRun(run.write());
    expect(disturbed.undisturbedUploads.max).toBeCloseTo(ANSWER_MS + 1, 3);
    expect(disturbed.undisturbedUploads.samples).toBeLessThan(TPS * UPLOADS_PER_TPS - 50);
    expect(disturbed.undisturbedUploads.samples).toBeGreaterThan(100);
    const last = run
      .uploads()
      .filter(({ attempt }) => attempt === 1)
      .at(-1);
    Object.assign(last ?? {}, { durationMs: 7000 });
    expect((await measureRun(run.write())).undisturbedUploads.max).toBeCloseTo(7001, 0);
  });

  it('are none after a disturbance from which the target never recovered', async () => {
    const run = roundTwo();
    const hit = addOutage(run, 12_000, 13_000);
    const gone = hit.find(({ operation }) => operation === 'upload')?.key;
    run.attempts = run.attempts.filter(({ key, attempt }) => key !== gone || attempt === 1);
    const before = run
      .uploads()
      .filter(({ startedAt }) => startedAt + ANSWER_MS < (run.disturbances[0]?.startsAt ?? 0));
    expect((await measureRun(run.write())).undisturbedUploads.samples).toBe(before.length);
  });
});

describe('the busiest quarter of an hour', () => {
  it('is the plan’s, and has what arrived in it', async () => {
    const run = new SyntheticRun({ tps: TPS, accounts: 150 });
    const { peakQuarter } = await measureRun(run.write());
    const start = run.phases.find(({ phase }) => phase === 'upload')?.startedAt ?? 0;
    const quarters = [0, 0, 0, 0, 0];
    for (const { plannedAt } of run.uploads()) {
      const quarter = Math.floor((plannedAt - start) / 15_000);
      quarters[quarter] = (quarters[quarter] ?? 0) + 1;
    }
    const most = Math.max(...quarters);
    expect(peakQuarter?.planned).toBe(most);
    expect(peakQuarter?.acknowledged).toBeGreaterThanOrEqual(most - 2);
    const from = start + (peakQuarter?.startSecond ?? 0) * (1000 / 60);
    const inPeak = run.uploads().filter(({ plannedAt }) => plannedAt >= from && plannedAt < from + 15_000);
    for (const line of inPeak.slice(0, 45)) line.durationMs = 30_000;
    const late = (await measureRun(run.write())).peakQuarter;
    expect(late).toMatchObject({ startSecond: peakQuarter?.startSecond, planned: most });
    expect(late?.acknowledged).toBeLessThan(50);
  });

  it('is nothing where no upload is planned', async () => {
    expect((await measureRun(new SyntheticRun({ tps: 0, accounts: 0 }).write())).peakQuarter).toBeNull();
  });
});
