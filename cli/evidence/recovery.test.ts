import { describe, expect, it } from 'vitest';
import type { AttemptLine, DisturbanceLine } from '../../scenarios/journal-line.ts';
import { measureRun } from './index.ts';
import { addOutage } from './testing/outage.ts';
import { ANSWER_MS, RUN_ID, ZERO } from './testing/synthetic-constants.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';

const START_MS = 20_000;
const END_MS = 30_000;

function disturbance(accepted: boolean): DisturbanceLine {
  return {
    v: 1,
    kind: 'disturbance',
    run: RUN_ID,
    name: 'padam',
    type: 'outage',
    startsAt: ZERO + START_MS,
    endsAt: ZERO + END_MS,
    accepted,
  };
}

/** Every upload sent while the outage lasts fails once; the next attempt comes `laterMs` after its end. */
function outage(laterMs: number): { run: SyntheticRun; hit: AttemptLine[] } {
  const run = new SyntheticRun({ workload: 'round-2', tps: 40, accounts: 50 });
  run.disturbances = [disturbance(true)];
  const hit = run
    .uploads()
    .filter(({ startedAt }) => startedAt >= ZERO + START_MS && startedAt < ZERO + END_MS - 100);
  for (const line of hit) {
    run.attempts.push({ ...line, attempt: 2, startedAt: ZERO + END_MS + laterMs });
    Object.assign(line, { acknowledged: false, errorClass: 'connection', status: 0, final: false });
  }
  return { run, hit };
}

describe('recovery', () => {
  it('lasts from the end of the disturbance until its backlog is acknowledged', async () => {
    const { run, hit } = outage(700);
    expect(hit.length).toBeGreaterThan(3);
    const [recovery] = (await measureRun(run.write())).recoveries;
    expect(recovery).toMatchObject({
      name: 'padam',
      accepted: true,
      startSecond: START_MS / 1000,
      endSecond: END_MS / 1000,
      failedAttempts: hit.length,
      backlog: hit.length,
    });
    expect(recovery?.drainSecond).toBeCloseTo((700 + ANSWER_MS) / 1000, 6);
  });

  it('never ends when one of the backlog is never acknowledged', async () => {
    const { run, hit } = outage(700);
    run.attempts = run.attempts.filter((line) => line.attempt === 1 || line.key !== hit[0]?.key);
    expect((await measureRun(run.write())).recoveries).toMatchObject([
      { backlog: hit.length, drainSecond: null },
    ]);
  });

  it('counts an attempt that began in the disturbance and failed after it, and none from before', async () => {
    const run = new SyntheticRun({ workload: 'round-2', tps: 40, accounts: 50 });
    run.disturbances = [disturbance(true)];
    const fail = { acknowledged: false, errorClass: 'timeout' as const, status: 0 };
    const [first, second, third] = run.uploads() as [AttemptLine, AttemptLine, AttemptLine];
    Object.assign(first, fail, { startedAt: ZERO + END_MS - 5, durationMs: 30_000 });
    Object.assign(second, fail, { startedAt: ZERO + START_MS - 50, durationMs: 40 });
    Object.assign(third, fail, { startedAt: ZERO + END_MS + 1 });
    expect((await measureRun(run.write())).recoveries[0]?.failedAttempts).toBe(1);
  });

  it('has no figures for a disturbance that the target refused', async () => {
    const { run } = outage(700);
    run.disturbances = [disturbance(false)];
    expect((await measureRun(run.write())).recoveries).toMatchObject([
      { accepted: false, failedAttempts: 0, backlog: 0, drainSecond: null },
    ]);
  });

  it('takes no time without a backlog', async () => {
    const run = new SyntheticRun({ workload: 'round-2' });
    // Before the first upload is planned.
    run.disturbances = [{ ...disturbance(true), startsAt: ZERO + 1000, endsAt: ZERO + 2000 }];
    expect((await measureRun(run.write())).recoveries).toMatchObject([{ backlog: 0, drainSecond: 0 }]);
  });

  it('knows what the plan asks for, whether or not it was played', async () => {
    const run = new SyntheticRun({ workload: 'round-2', tps: 40, accounts: 50 });
    const hit = addOutage(run, START_MS, END_MS);
    addOutage(run, END_MS + 5000, END_MS + 6000, 'tidak diminta');
    run.disturbances.splice(1, 1, { ...disturbance(true), name: 'tidak direncanakan' });
    const { recoveries } = await measureRun(run.write());
    expect(recoveries).toMatchObject([
      { name: 'padam', planned: true, accepted: true, effect: 'observed', medianOutsideMs: ANSWER_MS },
      { name: 'tidak direncanakan', planned: false, accepted: true, effect: null },
      { name: 'tidak diminta', planned: true, accepted: false, effect: null, attempts: 0, drainSecond: null },
    ]);
    expect(recoveries[0]?.attempts).toBe(hit.length);
    expect(recoveries[2]?.startSecond).toBeCloseTo((END_MS + 5000) / 1000, 6);
  });
});
