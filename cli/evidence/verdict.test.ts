import { describe, expect, it } from 'vitest';
import type { AttemptLine, DisturbanceLine } from '../../scenarios/journal-line.ts';
import { judge, loadCriteria, parseCriteria, readRunRecord } from './index.ts';
import { METRICS } from './metrics.ts';
import { failed, judgeRun, largeRun, smallRun, unchanged, verdictOf } from './testing/judged-run.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';
import { judgeCriterion } from './verdict.ts';

describe('the four verdicts', () => {
  it.each(['round-1', 'round-2', 'smoke'] as const)('a perfect %s is a PASS', async (workload) => {
    const verdict = await verdictOf(largeRun(workload));
    expect(verdict).toMatchObject({ verdict: 'PASS', reasons: [], exercise: true, criteriaName: workload });
    // The synthetic run plays no links, so those of the signal have nothing to judge.
    const judged = verdict.criteria.filter(({ metric }) => !metric.startsWith('signal.'));
    expect(judged.filter(({ result }) => result !== 'pass')).toEqual([]);
  });

  it('one lost document is a FAIL that says so', async () => {
    const run = largeRun();
    run.stored.pop();
    const verdict = await verdictOf(run);
    expect(verdict.verdict).toBe('FAIL');
    expect(failed(verdict)).toEqual([]);
    expect(verdict.reasons).toContain(
      'No document lost after it was acknowledged: expected documents.lost == 0 uploads, found 1 uploads (1260 samples).',
    );
  });

  it('an outage that only loses attempts is a PASS, and one refused login storm a FAIL, never INVALID', async () => {
    const run = largeRun();
    for (const line of run.attempts) {
      if (line.phase === 'login' && line.session % 2 === 0) {
        Object.assign(line, { acknowledged: false, errorClass: 'http-5xx', status: 503 });
      }
    }
    const verdict = await verdictOf(run);
    expect(verdict.verdict).toBe('FAIL');
    expect(failed(verdict)).toEqual([]);
  });

  it('a target that refuses every login is a FAIL, not the generator’s fault', async () => {
    const run = largeRun();
    run.attempts = run.attempts.filter(({ operation }) => operation === 'login');
    for (const line of run.attempts) {
      Object.assign(line, { acknowledged: false, errorClass: 'http-5xx', status: 503 });
    }
    run.stored = [];
    const verdict = await verdictOf(run);
    expect(failed(verdict)).toEqual([]);
    expect(verdict.verdict).toBe('FAIL');
  });

  it('too few samples are INCONCLUSIVE', async () => {
    const verdict = await verdictOf(new SyntheticRun({ tps: 100, accounts: 150 }));
    expect(verdict.verdict).toBe('INCONCLUSIVE');
    expect(verdict.reasons).toContain(
      'Login time, 99th percentile: expected logins.latencyFromPlan.p99 <= 10000 ms, found too few samples (250, needed 1000).',
    );
  });

  it('round 2 without a disturbance is INCONCLUSIVE', async () => {
    const run = largeRun('round-2');
    run.disturbances = [];
    run.plan.plan.workload.disturbances = [];
    const verdict = await verdictOf(run);
    expect(verdict.verdict).toBe('INCONCLUSIVE');
    expect(verdict.criteria.filter(({ result }) => result === 'no-samples').map(({ name }) => name)).toEqual([
      'disturbances-played',
      'recovers-from-every-disturbance',
      'recovery-time',
      'recovery-real-time',
      'late-documents-safe',
      'signal-disturbances-played',
    ]);
  });

  it.each<[string, (run: SyntheticRun) => unknown]>([
    ['was never asked for', (run) => run.disturbances.pop()],
    ['was refused', (run) => Object.assign(run.disturbances[0] as DisturbanceLine, { accepted: false })],
    [
      'was not felt',
      (run) => {
        run.attempts = run.attempts.filter(({ attempt }) => attempt === 1);
        for (const line of run.attempts)
          Object.assign(line, { acknowledged: true, errorClass: null, status: 200, final: true });
      },
    ],
  ])('a planned disturbance that %s did not take place: FAIL', async (_, spoil) => {
    const run = largeRun('round-2');
    spoil(run);
    const verdict = await verdictOf(run);
    expect(verdict.verdict).toBe('FAIL');
    expect(verdict.criteria.find(({ name }) => name === 'disturbances-played')).toMatchObject({
      result: 'fail',
      found: 0,
      samples: 1,
    });
  });

  it('a recovery within a real quarter of an hour, but not within one of the plan, is a FAIL', async () => {
    const run = largeRun('round-2');
    for (const line of run.attempts) if (line.attempt === 2) line.startedAt += 16_000;
    const verdict = await verdictOf(run);
    const of = (criterion: string) => verdict.criteria.find(({ name }) => name === criterion)?.result;
    expect([of('recovery-time'), of('recovery-real-time')]).toEqual(['fail', 'pass']);
    expect(verdict.verdict).toBe('FAIL');
  });

  it('a recovery that never ended is a FAIL', async () => {
    const run = largeRun('round-2');
    const hit = run.uploads().find(({ acknowledged }) => !acknowledged) as AttemptLine;
    run.attempts = run.attempts.filter(({ key, attempt }) => key !== hit.key || attempt === 1);
    const verdict = await verdictOf(run);
    expect(verdict.verdict).toBe('FAIL');
    expect(verdict.criteria.find(({ name }) => name === 'recovery-time')).toMatchObject({
      result: 'fail',
      found: null,
      samples: 1,
    });
    expect(verdict.reasons.some((reason) => reason.includes('that it never came to an end'))).toBe(true);
  });

  it('a criterion of level warn does not decide', async () => {
    const run = largeRun();
    for (const line of run.attempts) if (line.operation === 'status') line.complete = false;
    const verdict = await verdictOf(run);
    expect(verdict.criteria.find(({ name }) => name === 'status-agrees')?.result).toBe('fail');
    expect(verdict).toMatchObject({ verdict: 'PASS', reasons: [] });
  });
});

describe('no samples', () => {
  it.each(['round-1', 'round-2', 'smoke'] as const)(
    'no criterion of %s passes on an empty journal and read-back',
    async (workload) => {
      const run = new SyntheticRun({ workload, tps: 0, accounts: 0 });
      const dir = run.write();
      const { audit, measurements, verdict } = await judgeRun(dir, loadCriteria(workload));
      for (const criterion of loadCriteria(workload).criteria) {
        expect(judgeCriterion(criterion, { audit, measurements }).result).toBe('no-samples');
      }
      const nothing = [
        'journal-sound',
        'whole-plan-asked',
        'offered-as-planned',
        'start-lag',
        'planned-times',
      ];
      expect(failed(verdict)).toEqual(expect.arrayContaining(nothing));
      expect(verdict.verdict).toBe('INVALID');
    },
  );

  it('no metric of anything has a value without samples', async () => {
    const { audit, measurements } = await judgeRun(
      new SyntheticRun({ tps: 0, accounts: 0 }).write(),
      loadCriteria('round-1'),
    );
    for (const [name, metric] of METRICS) {
      expect([name, metric({ audit, measurements })]).toEqual([
        name,
        expect.objectContaining({ value: null, samples: 0 }),
      ]);
    }
  });

  it('nothing taken in is never a PASS of any criterion about what was taken in', async () => {
    const run = largeRun();
    run.stored = [];
    for (const line of run.attempts) {
      Object.assign(line, { acknowledged: false, errorClass: 'http-5xx', status: 503 });
    }
    const verdict = await verdictOf(run);
    expect(verdict.verdict).toBe('FAIL');
    expect(verdict.criteria.filter(({ result }) => result === 'pass')).toEqual([]);
  });
});

describe('criteria of one’s own', () => {
  it('that could not fail decide nothing', async () => {
    const dir = smallRun().write();
    const smoke = loadCriteria('smoke');
    const { audit, measurements } = await judgeRun(dir, smoke);
    const criteria = {
      ...smoke,
      criteria: smoke.criteria.map((one) => ({ ...one, level: 'warn' as const })),
    };
    const verdict = judge(
      { run: readRunRecord(dir), audit, measurements, criteria, digests: unchanged(audit) },
      new Date(0),
    );
    expect(verdict.verdict).toBe('INCONCLUSIVE');
  });

  it('judge by the operator they name', async () => {
    const dir = largeRun().write();
    const operators = ['==', '<=', '<', '>=', '>'];
    const yaml = (value: number) =>
      ['formatVersion: 1', 'kind: criteria', 'name: own', 'criteria:']
        .concat(
          operators.map(
            (operator, i) =>
              `  - {name: c${i}, metric: documents.storedShare, operator: "${operator}", value: ${value}, minimumSamples: 1, level: error, title: {id: a, en: b}, source: test}`,
          ),
        )
        .join('\n');
    const resultsAt = async (value: number) =>
      (await judgeRun(dir, parseCriteria(yaml(value), 'own.yaml'))).verdict.criteria.map(
        ({ result }) => result === 'pass',
      );
    expect(await resultsAt(1)).toEqual([true, true, false, true, false]);
    expect(await resultsAt(2)).toEqual([false, true, true, false, false]);
    expect(await resultsAt(0)).toEqual([false, false, false, true, true]);
  });
});
