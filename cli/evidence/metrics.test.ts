import { describe, expect, it } from 'vitest';
import type { AttemptLine, DisturbanceLine } from '../../scenarios/journal-line.ts';
import { loadCriteria, METRICS } from './index.ts';
import type { MetricValue } from './metric-value.ts';
import { judgeRun } from './testing/judged-run.ts';
import { addOutage } from './testing/outage.ts';
import { ANSWER_MS, RUN_ID, ZERO } from './testing/synthetic-constants.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';

/** The value of any metric for a run. */
async function valuesOf(run: SyntheticRun): Promise<(name: string) => MetricValue> {
  const { audit, measurements } = await judgeRun(run.write(), loadCriteria(run.run.workload));
  return (name) => {
    const metric = METRICS.get(name);
    if (metric === undefined) throw new Error(`no metric ${name}`);
    return metric({ audit, measurements });
  };
}

function disturbance(name: string, accepted: boolean, endMs: number): DisturbanceLine {
  const [startsAt, endsAt] = [ZERO + 12_000, ZERO + endMs];
  return { v: 1, kind: 'disturbance', run: RUN_ID, name, type: 'outage', startsAt, endsAt, accepted };
}

describe('the share of disturbances that took place', () => {
  it.each([
    [['observed', 'observed'], { value: 1, samples: 2 }],
    [['observed', 'absent'], { value: 0.5, samples: 2 }],
    [['observed', null], { value: 0.5, samples: 2 }],
    [['observed', 'unknown'], { value: null, samples: 0 }],
    [['absent', 'unknown'], { value: 0, samples: 2 }],
  ] as const)('%j', async (effects, expected) => {
    const run = new SyntheticRun({ workload: 'round-2' });
    for (const name of ['a', 'b']) addOutage(run, 20_000, 21_000, name);
    const { audit, measurements } = await judgeRun(run.write(), loadCriteria('round-2'));
    const recoveries = measurements.recoveries.map((one, i) => ({ ...one, effect: effects[i] ?? null }));
    const metric = METRICS.get('recovery.tookPlaceShare');
    const evidence = { audit, measurements: { ...measurements, recoveries } };
    expect(metric?.(evidence)).toEqual({ ...expected, unit: 'share' });
  });
});

describe('metrics', () => {
  it('of a perfect run are perfect', async () => {
    const value = await valuesOf(new SyntheticRun());
    expect(value('recovery.tookPlaceShare')).toEqual({ value: null, samples: 0, unit: 'share' });
    expect(value('documents.storedShare')).toEqual({ value: 1, samples: 36, unit: 'share' });
    expect(value('documents.lost')).toEqual({ value: 0, samples: 36, unit: 'uploads' });
    expect(value('tps.completeShare')).toEqual({ value: 1, samples: 12, unit: 'share' });
    expect(value('tps.incomplete')).toEqual({ value: 0, samples: 12, unit: 'TPS' });
    expect(value('accounts.usedShare')).toEqual({ value: 1, samples: 20, unit: 'share' });
    expect(value('areas.levelsAgree').value).toBe(1);
    expect(value('logins.latencyFromPlan.p95')).toEqual({ value: ANSWER_MS + 1, samples: 32, unit: 'ms' });
    expect(value('all.offeredShare')).toEqual({ value: 1, samples: 92, unit: 'share' });
    expect(value('recovery.drainSecond.max')).toEqual({ value: null, samples: 0, unit: 's' });
  });

  it('are shares of what was planned, not of what was sent', async () => {
    const run = new SyntheticRun();
    const [gone, failed] = run.uploads() as [AttemptLine, AttemptLine];
    run.attempts.splice(run.attempts.indexOf(gone), 1);
    Object.assign(failed, { acknowledged: false, errorClass: 'timeout', status: 0 });
    run.attempts.push({
      ...failed,
      attempt: 2,
      acknowledged: true,
      errorClass: null,
      startedAt: failed.startedAt + 900,
    });
    const value = await valuesOf(run);
    expect(value('uploads.offeredShare')).toEqual({ value: 35 / 36, samples: 36, unit: 'share' });
    expect(value('uploads.firstAttemptShare').value).toBe(34 / 36);
    expect(value('uploads.afterRetryShare').value).toBe(35 / 36);
    expect(value('uploads.failedAttemptShare')).toEqual({ value: 1 / 36, samples: 36, unit: 'share' });
    expect(value('uploads.throughputShare').value).toBeCloseTo(35 / 36, 2);
  });

  it('fall with the target’s throughput', async () => {
    const run = new SyntheticRun();
    // The uploads are planned within 60 s and a little; the last answer comes a minute later.
    (run.uploads().at(-1) as AttemptLine).durationMs = 60_000;
    expect((await valuesOf(run))('uploads.throughputShare').value).toBeLessThan(0.55);
  });

  it('of recovery leave out what the target refused and keep what never ended', async () => {
    const run = new SyntheticRun({ workload: 'round-2' });
    // The first ends before any upload is planned; in the second the first upload stays unacknowledged for ever.
    run.disturbances = [
      disturbance('kecil', true, 12_001),
      disturbance('ditolak', false, 40_000),
      disturbance('besar', true, 40_000),
    ];
    const recovered = await valuesOf(run);
    expect(recovered('recovery.acceptedShare')).toEqual({ value: 2 / 3, samples: 3, unit: 'share' });
    expect(recovered('recovery.drainedShare')).toEqual({ value: 1, samples: 2, unit: 'share' });
    const drain = recovered('recovery.drainSecond.max');
    expect(drain.samples).toBe(2);
    expect(recovered('recovery.drainPlanSecond.max').value).toBeCloseTo((drain.value ?? Number.NaN) * 60, 6);
    Object.assign(run.uploads()[0] as AttemptLine, { acknowledged: false, errorClass: 'timeout', status: 0 });
    const never = await valuesOf(run);
    expect(never('recovery.drainSecond.max')).toEqual({
      value: Number.POSITIVE_INFINITY,
      samples: 2,
      unit: 's',
    });
    expect(never('recovery.drainedShare').value).toBe(0.5);
  });
});
