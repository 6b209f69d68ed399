import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AttemptLine, DisturbanceLine } from '../../scenarios/journal-line.ts';
import type { WorkloadName } from '../../scenarios/workloads/phase.ts';
import { RUN_FILES, type RunRecord } from '../run-folder/types.ts';
import { judge, judgeRun, loadCriteria, parseCriteria, readRunRecord } from './index.ts';
import { METRICS } from './metrics.ts';
import { RUN_ID, ZERO } from './testing/synthetic-constants.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';
import type { Measurements, Verdict } from './types.ts';
import { judgeCriterion } from './verdict.ts';

/** Large enough for every minimum of samples. */
const LARGE = { tps: 420, accounts: 700 };

function largeRun(workload: WorkloadName = 'round-1'): SyntheticRun {
  const run = new SyntheticRun({ ...LARGE, workload });
  if (workload === 'round-2') {
    const [startsAt, endsAt] = [ZERO + 30_000, ZERO + 31_000];
    run.disturbances = [
      {
        v: 1,
        kind: 'disturbance',
        run: RUN_ID,
        name: 'padam',
        type: 'outage',
        startsAt,
        endsAt,
        accepted: true,
      },
    ];
  }
  return run;
}

async function verdictOf(run: SyntheticRun, spoil: (dir: string) => void = () => {}): Promise<Verdict> {
  const dir = run.write();
  spoil(dir);
  return (await judgeRun(dir, loadCriteria(run.run.workload), new Date(0))).verdict;
}

function failed(verdict: Verdict): string[] {
  return verdict.validity.filter(({ ok }) => !ok).map(({ name }) => name);
}

describe('the four verdicts', () => {
  it.each(['round-1', 'round-2', 'smoke'] as const)('a perfect %s is a PASS', async (workload) => {
    const verdict = await verdictOf(largeRun(workload));
    expect(verdict).toMatchObject({ verdict: 'PASS', reasons: [], exercise: true, criteriaName: workload });
    expect(verdict.criteria.every(({ result }) => result === 'pass')).toBe(true);
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
    const verdict = await verdictOf(run);
    expect(verdict.verdict).toBe('INCONCLUSIVE');
    expect(verdict.criteria.filter(({ result }) => result === 'no-samples').map(({ name }) => name)).toEqual([
      'disturbances-played',
      'recovers-from-every-disturbance',
      'recovery-time',
      'recovery-plan-time',
    ]);
  });

  it('a recovery that never ended is a FAIL', async () => {
    const run = largeRun('round-2');
    const hit = run.uploads().find(({ startedAt }) => startedAt > ZERO + 30_000) as AttemptLine;
    run.attempts.splice(run.attempts.indexOf(hit), 1, {
      ...hit,
      acknowledged: false,
      errorClass: 'connection',
      status: 0,
    });
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

type Spoil = (run: SyntheticRun) => unknown;
const inRecord = (patch: (record: RunRecord) => Partial<RunRecord>) => (run: SyntheticRun) => {
  run.run = { ...run.run, ...patch(run.run) };
};

/** Quick to write, for checks that hold in every workload. */
function smallRun(): SyntheticRun {
  return new SyntheticRun({ workload: 'smoke', tps: 40, accounts: 80 });
}

describe('INVALID, and for no other reason', () => {
  it.each<[string[], string, Spoil]>([
    [['run-finished'], 'k6 ended with 108', inRecord(({ k6 }) => ({ k6: { ...k6, exitCode: 108 } }))],
    [
      ['run-finished'],
      'k6’s exit code is unknown',
      inRecord(({ k6 }) => ({ k6: { ...k6, exitCode: null } })),
    ],
    [['run-finished'], 'the run was interrupted', inRecord(() => ({ state: 'interrupted' }))],
    [['run-finished'], 'the run was killed', inRecord(() => ({ state: 'running' }))],
    [
      ['criteria-fixed'],
      'the criteria were changed',
      inRecord(({ criteria }) => ({ criteria: { ...criteria, sha256: 'x' } })),
    ],
    [
      ['clocks'],
      'the clocks differ',
      inRecord(({ target }) => ({ target: { ...target, clockSkewMs: -2001 } })),
    ],
    [
      ['retest-unchanged'],
      'the list of TPS to test again is gone',
      inRecord(() => ({ after: { runId: 'uji-0', retest: 2 } })),
    ],
    [['no-dropped-iterations'], 'k6 dropped one iteration', (run) => ++run.droppedIterations],
    [['journal-and-k6-agree'], 'k6 sent a request that is not in the journal', (run) => ++run.extraRequests],
    [['journal-and-k6-agree'], 'the journal has a request k6 did not send', (run) => --run.extraRequests],
    [['generator-cpu'], 'the generator’s CPU was not measured', (run) => (run.resources = [])],
    [
      ['generator-cpu'],
      'the generator had no CPU left',
      (run) => {
        for (const sample of run.resources) sample.cpuPercent = 170;
      },
    ],
    [
      ['start-lag'],
      'the generator started every twentieth session late',
      (run) => {
        for (const line of run.attempts)
          if (line.phase === 'login' && line.session % 20 === 0) line.startedAt += 300;
      },
    ],
    [
      ['start-not-early'],
      'the generator sent one upload before its time',
      (run) => {
        (run.uploads()[5] as AttemptLine).startedAt -= 120;
      },
    ],
    [
      ['planned-times'],
      'a planned time in the journal was moved to hide a delay',
      (run) => {
        const line = run.attempts[7] as AttemptLine;
        line.plannedAt += 150;
        line.startedAt += 150;
      },
    ],
    [
      ['journal-as-planned'],
      'the generator did what no plan asks for',
      (run) => run.attempts.push({ ...(run.attempts[0] as AttemptLine), operation: 'status' }),
    ],
    [
      ['every-session-started', 'offered-as-planned'],
      'one session never started, though k6 says nothing',
      (run) => run.attempts.splice(0, 1),
    ],
    [
      ['whole-plan-asked'],
      'one upload was never asked for',
      (run) => run.attempts.splice(run.attempts.indexOf(run.uploads()[0] as AttemptLine), 1),
    ],
    [
      ['offered-as-planned'],
      'a tenth of the status checks was left out',
      (run) => {
        run.attempts = run.attempts.filter(
          ({ operation, session }) => operation !== 'status' || session % 10 !== 0,
        );
      },
    ],
    [
      ['levels-agree'],
      'the sums do not agree',
      (run) => ((run.plan.tps[0] as { kecamatan: string }).kecamatan = '167102'),
    ],
  ])('%s: %s', async (names, _, spoil) => {
    const run = smallRun();
    spoil(run);
    const verdict = await verdictOf(run);
    expect(failed(verdict)).toEqual(names);
    expect(verdict.verdict).toBe('INVALID');
    const messages = verdict.validity.filter(({ ok }) => !ok).map(({ message }) => message);
    expect(verdict.reasons).toEqual(expect.arrayContaining(messages));
  });

  it.each<[string[], string, (dir: string) => void]>([
    [
      ['journal-sound'],
      'a line of the journal is malformed',
      (dir) => edit(dir, 'journal', (text) => `noise\n${text}`),
    ],
    [
      ['journal-sound'],
      'the journal ends within a line',
      (dir) => edit(dir, 'journal', (text) => `${text}{"v":1`),
    ],
    [
      ['no-dropped-iterations', 'journal-and-k6-agree'],
      'k6’s summary is missing',
      (dir) => rmSync(join(dir, RUN_FILES.k6Summary)),
    ],
    [['plan-unchanged'], 'plan.json was edited', (dir) => edit(dir, 'plan', (text) => `${text} `)],
    [['plan-unchanged'], 'tps.ndjson was edited', (dir) => edit(dir, 'tps', (text) => `${text}\n`)],
    [
      ['plan-unchanged'],
      'plan.json does not say what tps.ndjson is',
      (dir) => {
        edit(dir, 'plan', (text) => JSON.stringify({ ...JSON.parse(text), files: {} }));
      },
    ],
  ])('%s: %s', async (names, _, spoil) => {
    const verdict = await verdictOf(smallRun(), spoil);
    expect(failed(verdict)).toEqual(names);
    expect(verdict.verdict).toBe('INVALID');
  });

  it('counts the one request that set up disturbances', async () => {
    const run = largeRun('round-2');
    run.disturbances.push({ ...(run.disturbances[0] as DisturbanceLine), name: 'lambat', accepted: false });
    expect(failed(await verdictOf(run))).toEqual([]);
    run.extraRequests = -1;
    expect(failed(await verdictOf(run))).toEqual(['journal-and-k6-agree']);
  });

  it('same-evidence: the audit is of another run or of another state of the journal', async () => {
    const dir = smallRun().write();
    const criteria = loadCriteria('smoke');
    const { audit, measurements } = await judgeRun(dir, criteria);
    const run = readRunRecord(dir);
    const namesWith = (changed: typeof audit) =>
      failed(judge({ run, audit: changed, measurements, criteria }, new Date(0)));
    expect(namesWith(audit)).toEqual([]);
    expect(namesWith({ ...audit, runId: 'other' })).toEqual(['same-evidence']);
    expect(namesWith({ ...audit, journal: { ...audit.journal, sha256: 'other' } })).toEqual([
      'same-evidence',
    ]);
  });

  it('excuses missing CPU samples only in runs too short for any, and missing lag never', async () => {
    const dir = smallRun().write();
    const criteria = loadCriteria('smoke');
    const { audit, measurements } = await judgeRun(dir, criteria);
    const run = readRunRecord(dir);
    const namesWith = (change: Partial<Measurements>) =>
      failed(judge({ run, audit, measurements: { ...measurements, ...change }, criteria }, new Date(0)));
    expect(namesWith({ generatorCpu: null, durationSecond: 10 })).toEqual([]);
    expect(namesWith({ generatorCpu: null, durationSecond: 10.1 })).toEqual(['generator-cpu']);
    const startLag = { samples: 0, p50: null, p90: null, p95: null, p99: null, max: null };
    const operations = measurements.operations.map((row) => ({ ...row, startLag }));
    expect(namesWith({ operations })).toEqual(['start-lag']);
    expect(namesWith({ operations: [] })).toEqual(['offered-as-planned', 'start-lag']);
    expect(namesWith({ planDeviationMs: null, earlyStartMs: null })).toEqual([
      'start-not-early',
      'planned-times',
    ]);
    expect(namesWith({ sessionsNotStarted: {} })).toEqual(['every-session-started']);
  });

  it('is not INVALID at the limits', async () => {
    const run = smallRun();
    inRecord(({ target, k6 }) => ({ target: { ...target, clockSkewMs: null }, k6: { ...k6, exitCode: 99 } }))(
      run,
    );
    for (const sample of run.resources) sample.cpuPercent = 160;
    for (const line of run.attempts) line.startedAt = line.plannedAt + 249;
    expect((await verdictOf(run)).verdict).toBe('PASS');
  });

  it('wins over FAIL, and still names what failed', async () => {
    const run = smallRun();
    run.stored.pop();
    run.droppedIterations = 1;
    const verdict = await verdictOf(run);
    expect(verdict.verdict).toBe('INVALID');
    expect(verdict.reasons.some((reason) => reason.startsWith('No document lost'))).toBe(true);
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
    const verdict = judge({ run: readRunRecord(dir), audit, measurements, criteria }, new Date(0));
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

function edit(dir: string, file: keyof typeof RUN_FILES, change: (text: string) => string): void {
  const path = join(dir, RUN_FILES[file]);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
