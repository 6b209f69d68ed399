import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import { RUN_FILES } from '../run-folder/types.ts';
import {
  type CompleteRun,
  compare,
  compareRuns,
  failedLoginsOf,
  loadCriteria,
  readRunRecord,
  retestOf,
} from './index.ts';
import { judgeRun } from './testing/judged-run.ts';
import { addOutage } from './testing/outage.ts';
import { RUN_ID, ZERO } from './testing/synthetic-constants.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';

async function complete(run: SyntheticRun, runId = RUN_ID): Promise<CompleteRun> {
  const dir = run.write();
  const judged = await judgeRun(dir, loadCriteria(run.run.workload), new Date(0));
  return { ...judged, run: { ...readRunRecord(dir), runId } };
}

/** Round 1 loses the first upload, never gets the second acknowledged and stores a stranger. */
function spoiltRoundOne(): SyntheticRun {
  const run = new SyntheticRun();
  const [lost, refused] = run.uploads() as [AttemptLine, AttemptLine];
  Object.assign(refused, { acknowledged: false, errorClass: 'http-5xx', status: 503 });
  const stranger = {
    ...(run.stored.at(-1) as SyntheticRun['stored'][number]),
    key: `${RUN_ID}.round-1.1.x.1`,
  };
  run.stored = [...run.stored.filter(({ key }) => key !== lost.key && key !== refused.key), stranger];
  return run;
}

describe('what is to be tested again', () => {
  it('is every TPS with an upload not safely stored, and those uploads', async () => {
    const run = spoiltRoundOne();
    const [lost, refused, fine] = run.uploads() as [AttemptLine, AttemptLine, AttemptLine];
    expect(lost.tps).toBe(refused.tps);
    expect(fine.tps).toBe(lost.tps);
    expect(retestOf((await complete(run)).audit)).toEqual([
      {
        tps: lost.tps,
        documents: [
          { type: lost.document, page: lost.page, outcome: 'lost' },
          { type: refused.document, page: refused.page, outcome: 'unacknowledged' },
        ],
      },
    ]);
  });

  it('names an upload once though it failed in the re-test and again after it', async () => {
    const run = new SyntheticRun({ workload: 'round-2', retest: [3] });
    const again = run.uploads('retest')[0] as AttemptLine;
    run.stored = run.stored.filter(
      ({ tps, document, page }) => tps !== again.tps || document !== again.document || page !== again.page,
    );
    const { audit } = await complete(run);
    expect(audit.lost).toBe(2);
    expect(retestOf(audit)).toEqual([
      { tps: again.tps, documents: [{ type: again.document, page: again.page, outcome: 'lost' }] },
    ]);
  });

  it('is nothing after a perfect run', async () => {
    expect(retestOf((await complete(new SyntheticRun())).audit)).toEqual([]);
  });

  it('stands in order of code', async () => {
    const run = new SyntheticRun();
    const last = run.uploads().at(-1) as AttemptLine;
    const first = run.uploads()[0] as AttemptLine;
    run.stored = run.stored.filter(({ key }) => key !== first.key && key !== last.key);
    const again = retestOf((await complete(run)).audit).map(({ tps }) => tps);
    expect(again).toEqual([last.tps, first.tps]);
    expect(again).toEqual([...again].sort());
  });
});

describe('comparing two runs', () => {
  it('follows every failure of the first into the second, and finds what failed anew', async () => {
    const first = await complete(spoiltRoundOne(), 'first');
    const failed = spoiltRoundOne().uploads()[0] as AttemptLine;
    const place = new SyntheticRun().plan.tps.findIndex(({ kode }) => kode === failed.tps);
    const second = new SyntheticRun({ workload: 'round-2', retest: [place] });
    const again = second.uploads('retest')[0] as AttemptLine;
    const fresh = second.uploads('upload').at(-1) as AttemptLine;
    second.stored = second.stored.filter(({ key }) => key !== again.key && key !== fresh.key);
    second.run = { ...second.run, after: { runId: 'first', retest: 1, logins: 0 } };
    const comparison = compare(first, await complete(second, 'second'));
    expect(comparison.samePlan).toBe(true);
    expect(comparison.fates).toEqual([
      { tps: failed.tps, document: 'c-hasil', page: 1, first: 'lost', retest: 'lost', main: 'stored' },
      {
        tps: failed.tps,
        document: 'c-hasil',
        page: 2,
        first: 'unacknowledged',
        retest: 'stored',
        main: 'stored',
      },
    ]);
    expect(comparison.newFailures).toMatchObject([{ code: 'LOST', phase: 'upload', tps: fresh.tps }]);
    expect(comparison.metrics.find(({ metric }) => metric === 'documents.lost')).toMatchObject({
      first: 1,
      second: 2,
      difference: 1,
      ratio: 2,
      change: 'worse',
      noise: null,
    });
    expect(comparison.metrics.find(({ metric }) => metric === 'documents.unexpected')).toMatchObject({
      difference: -1,
      change: 'better',
    });
  });

  it('follows every login that was given up', async () => {
    const spoilt = (run: SyntheticRun, phases: string[], account: string) => {
      const lines = run.attempts.filter((line) => phases.includes(line.phase) && line.account === account);
      for (const line of lines)
        Object.assign(line, { acknowledged: false, errorClass: 'http-5xx', status: 503 });
      return run;
    };
    const operator = new SyntheticRun().plan.tps[0]?.operator ?? '';
    const roundOne = new SyntheticRun();
    for (const account of ['ppk-17', 'ppk-18', 'ppk-19', operator]) spoilt(roundOne, ['login'], account);
    const first = await complete(roundOne, 'first');
    const relogins = [...failedLoginsOf(first.audit)];
    expect(new Set(relogins)).toEqual(new Set(['ppk-17', 'ppk-18', 'ppk-19', operator]));
    const second = new SyntheticRun({ workload: 'round-2', relogins });
    second.run = { ...second.run, after: { runId: 'first', retest: 0, logins: relogins.length } };
    spoilt(second, ['relogin'], 'ppk-17');
    spoilt(second, ['login'], 'ppk-18');
    spoilt(second, ['relogin', 'login'], 'ppk-19');
    const { loginFates, newFailures, fates } = compare(first, await complete(second, 'second'));
    expect(fates).toEqual([]);
    expect(newFailures).toEqual([]);
    const of = (wanted: string) => loginFates.find(({ account }) => account === wanted);
    expect(of('ppk-17')).toEqual({ account: 'ppk-17', first: 'never', retest: false, main: true });
    expect(of('ppk-18')).toMatchObject({ first: 'never', retest: true, main: false });
    expect(of('ppk-19')).toMatchObject({ first: 'never', retest: false, main: false });
    expect(of(operator)).toMatchObject({ first: 'given-up', retest: true, main: true });

    const unrelated = new SyntheticRun({ workload: 'round-2' });
    const alone = compare(first, await complete(unrelated, 'second')).loginFates;
    expect(new Set(alone.map(({ retest, main }) => `${retest} ${main}`))).toEqual(new Set(['null true']));
  });

  it('says where nothing of the first run’s failures was tested again', async () => {
    const first = await complete(spoiltRoundOne(), 'first');
    const places = async (second: SyntheticRun) =>
      compare(first, await complete(second, 'second')).fates.map(({ retest, main }) => [retest, main]);
    const ofAnother = new SyntheticRun({ workload: 'round-2', retest: [0] });
    ofAnother.run = { ...ofAnother.run, after: { runId: 'another', retest: 1, logins: 0 } };
    expect(await places(ofAnother)).toEqual([
      [null, 'stored'],
      [null, 'stored'],
    ]);
    expect(await places(new SyntheticRun({ workload: 'smoke' }))).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('claims nothing of runs of different flows, workloads or parts, and says which', async () => {
    const first = await complete(new SyntheticRun({ tps: 12 }));
    const part = { codes: ['167101'], areas: [], tps: 6, accounts: 9 };
    for (const [change, words] of [
      [{ flow: 'kpps-retake' }, 'Flow or workload differ (kpps × round-1 and kpps-retake × round-1)'],
      [{ workload: 'stress', round: null }, 'Flow or workload differ (kpps × round-1 and kpps × stress)'],
      [{ readers: true }, 'kpps × round-1 + readers'],
      [{ part }, 'The parts of the region differ (the whole region;'],
    ] as const) {
      const { comparable, notes, metrics } = compare(first, {
        ...first,
        run: { ...first.run, ...change } as typeof first.run,
      });
      expect(comparable).toBe(false);
      expect(notes.map(({ en }) => en).join(' ')).toContain(words);
      expect(metrics.every(({ change: claimed }) => claimed === 'unknown')).toBe(true);
    }
    const rounds = { ...first, run: { ...first.run, workload: 'round-2', round: 2 } as typeof first.run };
    expect(compare(first, rounds).comparable).toBe(true);
  });

  it('tells a slower run from noise', async () => {
    const slower = async (ms: number) => {
      const run = new SyntheticRun({ tps: 50, accounts: 60 });
      for (const line of run.attempts) line.durationMs += ms;
      return complete(run);
    };
    const p95 = async (ms: number) =>
      compare(await slower(200), await slower(ms)).metrics.find(
        ({ metric }) => metric === 'uploads.latencyFromPlan.p95',
      );
    expect(await p95(200)).toMatchObject({ change: 'same', difference: 0, ratio: 1 });
    expect(await p95(215)).toMatchObject({ change: 'within-noise' });
    expect(await p95(300)).toMatchObject({ change: 'worse', difference: 100 });
    expect(await p95(100)).toMatchObject({ change: 'better', difference: -100 });
  });

  it('tells a share that fell from chance', async () => {
    const failing = async (count: number) => {
      const run = new SyntheticRun({ tps: 50, accounts: 60 });
      for (const line of run.uploads().slice(0, count)) {
        run.attempts.push({ ...line, attempt: 2, startedAt: line.startedAt + 50 });
        Object.assign(line, { acknowledged: false, errorClass: 'http-5xx', status: 503 });
      }
      return complete(run);
    };
    const change = async (count: number) =>
      compare(await failing(3), await failing(count)).metrics.find(
        ({ metric }) => metric === 'uploads.firstAttemptShare',
      )?.change;
    expect(await change(5)).toBe('within-noise');
    expect(await change(40)).toBe('worse');
  });

  it('claims nothing of an INVALID run and says so', async () => {
    const invalid = new SyntheticRun();
    invalid.droppedIterations = 1;
    for (const line of invalid.attempts) line.durationMs = 5000;
    const comparison = compare(await complete(new SyntheticRun()), await complete(invalid));
    expect(comparison.comparable).toBe(false);
    expect(comparison.metrics.every(({ change }) => change === 'unknown')).toBe(true);
    expect(comparison.notes.some(({ en }) => en.includes('INVALID'))).toBe(true);
  });

  it('says that plans, speeds, targets and disturbances differ', async () => {
    const second = new SyntheticRun({ tps: 13, workload: 'round-2' });
    second.run = { ...second.run, target: { ...second.run.target, software: 'other 2' } };
    const [startsAt, endsAt] = [ZERO + 1000, ZERO + 2000];
    second.disturbances = [
      { v: 1, kind: 'disturbance', run: RUN_ID, name: 'a', type: 'slow', startsAt, endsAt, accepted: true },
    ];
    const other = await complete(second);
    const comparison = compare(await complete(spoiltRoundOne()), {
      ...other,
      run: { ...other.run, speed: 1 },
    });
    expect(comparison).toMatchObject({ samePlan: false, fates: [] });
    expect(comparison.notes.map(({ en }) => en.split(' ').slice(0, 3).join(' '))).toEqual([
      'The two runs',
      'The speeds differ',
      'The targets’ software',
      'Only one of',
    ]);
  });

  it('reads audit and verdict from the folders', async () => {
    const dirs = [new SyntheticRun().write(), spoiltRoundOne().write()] as const;
    await expect(compareRuns(...dirs)).rejects.toMatchObject({ code: 'RUN_INVALID' });
    for (const dir of dirs) await judgeRun(dir, loadCriteria('round-1'));
    const comparison = await compareRuns(...dirs);
    expect(comparison.newFailures.map(({ code }) => code)).toEqual(['LOST', 'UNACKNOWLEDGED', 'UNEXPECTED']);
  });

  it.each([
    ['audit.json', RUN_FILES.audit],
    ['the journal', RUN_FILES.journal],
  ])('refuses a run whose verdict is of another state of %s', async (what, file) => {
    const dir = new SyntheticRun().write();
    await judgeRun(dir, loadCriteria('round-1'));
    await expect(compareRuns(dir, dir)).resolves.toMatchObject({ comparable: true });
    appendFileSync(join(dir, file), '\n');
    await expect(compareRuns(dir, dir)).rejects.toMatchObject({
      code: 'RUN_INVALID',
      message: `${dir}: ${what} has changed since the verdict`,
    });
  });

  it('assesses no latency and no first attempt where only one of the runs was disturbed', async () => {
    const calm = await complete(new SyntheticRun({ tps: 40, accounts: 50 }));
    const roundTwo = (): SyntheticRun => {
      const run = new SyntheticRun({ workload: 'round-2', tps: 40, accounts: 50 });
      addOutage(run, 20_000, 30_000);
      return run;
    };
    const disturbed = await complete(roundTwo());
    // Too few accounts to be judged PASS, yet both runs are valid.
    const changes = (first: CompleteRun, second: CompleteRun) =>
      new Map(compare(first, second).metrics.map(({ metric, change }) => [metric, change]));
    const unlike = changes(calm, disturbed);
    for (const metric of [
      'latencyFromPlan.p95',
      'firstAttemptShare',
      'failedAttemptShare',
      'throughputShare',
    ])
      expect(unlike.get(`uploads.${metric}`)).toBe('unknown');
    expect(unlike.get('uploads.afterRetryShare')).toBe('same');
    expect(unlike.get('documents.storedShare')).toBe('same');
    expect(changes(disturbed, disturbed).get('uploads.firstAttemptShare')).toBe('same');
  });
});
