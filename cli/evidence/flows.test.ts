import { describe, expect, it } from 'vitest';
import { arrivalSeconds, constantRate } from '../../fixtures/arrival/schedule.ts';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import { siteAreas } from '../../scenarios/readers/site.ts';
import { visitReads } from '../../scenarios/readers/visit.ts';
import { loadCriteria } from './criteria.ts';
import { readPlanned } from './planned.ts';
import { readRunRecord } from './read-run.ts';
import { failed, judgeRun, smallRun, verdictOf } from './testing/judged-run.ts';
import { ANSWER_MS, RUN_ID, SPEED, ZERO } from './testing/synthetic-constants.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';

/** The second phones of a synthetic run: half of its 30 s between sheets behind, everything else as on the first. */
function withSecondPhones(run: SyntheticRun): AttemptLine[] {
  const behindMs = (15 * 1000) / SPEED;
  run.run.flow = 'kpps-two-phones';
  const upload = run.phases.find(({ phase }) => phase === 'upload');
  if (upload === undefined) throw new Error('the run has no uploads');
  run.phases.push({ ...upload, phase: 'twin', startedAt: upload.startedAt + behindMs });
  const lines = run.attempts
    .filter(({ phase }) => phase === 'upload')
    .map((line) => ({
      ...line,
      phase: 'twin',
      plannedAt: line.plannedAt + behindMs,
      startedAt: line.startedAt + behindMs,
    }));
  run.attempts.push(...lines);
  return lines;
}

describe('the same account on two phones', () => {
  it('uploads are counted once, operations of both phones are measured', async () => {
    const run = smallRun();
    withSecondPhones(run);
    const { audit, measurements, verdict } = await judgeRun(run.write(), loadCriteria('smoke'));
    expect(verdict.verdict, verdict.reasons.join('\n')).toBe('PASS');
    expect(audit).toMatchObject({
      planned: 120,
      stored: 120,
      duplicated: 0,
      tps: { planned: 40, complete: 40 },
    });
    expect(audit.phases).toEqual({ upload: { planned: 120, stored: 120 } });
    const twin = measurements.operations.filter(({ phase }) => phase === 'twin');
    expect(twin.map(({ operation, planned, achieved }) => [operation, planned, achieved])).toEqual([
      ['login', 40, 40],
      ['list', 40, 40],
      ['upload', 120, 120],
      ['status', 40, 40],
    ]);
  });

  it('what only the second phone got through is acknowledged', async () => {
    const run = smallRun();
    withSecondPhones(run);
    for (const line of run.uploads('upload'))
      Object.assign(line, { acknowledged: false, errorClass: 'unauthorised', status: 401 });
    const { audit } = await judgeRun(run.write(), loadCriteria('smoke'));
    expect(audit).toMatchObject({ stored: 120, unacknowledged: 0 });
  });

  it('a second phone in a run that planned none is not as planned', async () => {
    const run = smallRun();
    withSecondPhones(run);
    run.run.flow = 'kpps';
    expect(failed(await verdictOf(run))).toContain('journal-as-planned');
  });

  it('second phones that never came are missed', async () => {
    const run = smallRun();
    const lines = new Set(withSecondPhones(run));
    run.attempts = run.attempts.filter((line) => !lines.has(line));
    const missed = failed(await verdictOf(run));
    expect(missed).toContain('every-session-started');
    expect(missed).toContain('offered-as-planned');
  });
});

describe('double taps', () => {
  function doubleTapped(): SyntheticRun {
    const run = smallRun();
    run.run.flow = 'kpps-double-tap';
    run.attempts.push(...run.uploads('upload').map((line) => ({ ...line, attempt: 2 })));
    return run;
  }

  it('both are in the journal, the upload is one', async () => {
    const { audit, verdict } = await judgeRun(doubleTapped().write(), loadCriteria('smoke'));
    expect(verdict.verdict, verdict.reasons.join('\n')).toBe('PASS');
    expect(audit).toMatchObject({ planned: 120, stored: 120 });
  });

  it('a target that stores both fails', async () => {
    const run = doubleTapped();
    run.stored.push({ ...(run.stored[0] as SyntheticRun['stored'][number]) });
    expect(await verdictOf(run)).toMatchObject({ verdict: 'FAIL' });
  });
});

describe('pages photographed again', () => {
  it('both photos of a page are uploads of their own, one sheet apart, the round’s own last', async () => {
    const run = smallRun();
    run.run.flow = 'kpps-retake';
    const dir = run.write();
    const planned = await readPlanned(dir, readRunRecord(dir));
    expect(planned.uploadCount).toBe(240);
    const [first, second, third] = [...planned.uploads()];
    if (!first || !second || !third) throw new Error('three uploads are planned');
    expect([first.key, second.key].map((key) => key.split('.')[1])).toEqual(['round-2', 'round-1']);
    expect([first.document, first.page]).toEqual([second.document, second.page]);
    expect(first.sha256).not.toBe(second.sha256);
    expect(second.second - first.second).toBe(third.second - second.second);
    for (const upload of [first, second, third]) expect(planned.uploadByKey(upload.key)).toEqual(upload);
  });
});

describe('readers of the results', () => {
  /** A smoke run of readers in which every read worked at once. */
  function readers(): SyntheticRun {
    const run = smallRun();
    Object.assign(run.run, {
      flow: 'readers',
      criteria: { ...run.run.criteria, ...loadCriteria('readers') },
    });
    run.plan.plan.elections = [{ slug: 'walikota', code: 'pkwkk', pairs: [] }];
    const site = { elections: ['pkwkk'], ...siteAreas(run.plan.tps.map(({ kode }) => kode)) };
    run.phases = [{ v: 1, kind: 'phase', run: RUN_ID, phase: 'read', startedAt: ZERO, count: 40 }];
    run.stored = [];
    const [like] = run.attempts;
    run.attempts = [...arrivalSeconds(constantRate(40, 1800), 40)].flatMap((start, session) =>
      visitReads(site, session, start).map(({ second, path }, step): AttemptLine => {
        const plannedAt = ZERO + (second * 1000) / SPEED;
        const place = {
          phase: 'read',
          session,
          operation: 'read',
          step,
          path,
          account: '',
          tps: null,
        } as const;
        return {
          ...(like as AttemptLine),
          ...place,
          plannedAt,
          startedAt: plannedAt + 1,
          durationMs: ANSWER_MS,
        };
      }),
    );
    return run;
  }

  it('are measured and judged without a document', async () => {
    const run = readers();
    const { audit, measurements, verdict } = await judgeRun(run.write(), loadCriteria('readers'));
    expect(verdict.verdict, verdict.reasons.join('\n')).toBe('PASS');
    expect(audit).toMatchObject({ planned: 0, accounts: { handedOut: 0, used: 0 } });
    const [reads] = measurements.operations;
    expect(reads).toMatchObject({
      phase: 'read',
      operation: 'read',
      planned: run.attempts.length,
      achieved: run.attempts.length,
    });
    const inSteps = measurements.timeline.steps.reduce((sum, step) => sum + step.reads.acknowledged, 0);
    expect(inSteps).toBe(run.attempts.length);
  });

  it('a file that no visit was to read is not as planned', async () => {
    const run = readers();
    (run.attempts[5] as AttemptLine).path = '/pilkada/hhcw/pkwkk/99.json';
    expect(failed(await verdictOf(run))).toContain('journal-as-planned');
  });

  it('visits that were not made are missed', async () => {
    const run = readers();
    run.attempts = run.attempts.filter(({ session }) => session !== 7);
    expect(failed(await verdictOf(run))).toContain('every-session-started');
  });

  it('reads that fail are a FAIL, never INVALID', async () => {
    const run = readers();
    for (const line of run.attempts.slice(0, 20))
      Object.assign(line, { acknowledged: false, errorClass: 'http-5xx', status: 503 });
    const { verdict } = await judgeRun(run.write(), loadCriteria('readers'));
    expect(failed(verdict)).toEqual([]);
    expect(verdict.verdict).toBe('FAIL');
  });
});

describe('a part of the plan', () => {
  /** Of 40 TPS in two kecamatan, those of the first; each TPS arrives a minute after the one before. */
  function ofPart(): SyntheticRun {
    const run = new SyntheticRun({ workload: 'round-1', tps: 40, accounts: 60 });
    for (const tps of run.plan.tps) tps.arrivalSecond = 60 * (tps.arrivalRank + 1);
    const tps = run.plan.tps.filter(({ kecamatan }) => kecamatan === '167101').length;
    run.run.part = {
      codes: ['167101'],
      areas: [{ level: 'kecamatan', code: '167101', name: 'KECAMATAN 167101' }],
      tps,
      accounts: 23,
    };
    return run;
  }

  it('its TPS only, each when the whole plan has it arrive, and its accounts only', async () => {
    const run = ofPart();
    const dir = run.write();
    const planned = await readPlanned(dir, readRunRecord(dir));
    expect(planned.phases.map(({ phase }) => [phase.name, phase.count])).toEqual([
      ['login', 23],
      ['upload', run.run.part?.tps],
    ]);
    const upload = planned.mainPhase;
    if (upload === null) throw new Error('there is an upload phase');
    for (const [session, second] of upload.startSecond.entries()) {
      const tps = planned.sessionTps(upload, session);
      expect(tps?.kecamatan).toBe('167101');
      expect(second).toBeCloseTo(tps?.arrivalSecond ?? 0, 1);
    }
    expect(new Set([...planned.uploads()].map(({ tps }) => tps.kode)).size).toBe(run.run.part?.tps);
  });

  it('a TPS outside it is nothing that was planned', async () => {
    const run = ofPart();
    const verdict = await verdictOf(run);
    expect(failed(verdict)).toContain('journal-as-planned');
  });

  it('a part that was recorded otherwise than its lines are is INVALID', async () => {
    const run = ofPart();
    if (run.run.part !== null) run.run.part.tps++;
    const verdict = await verdictOf(run);
    expect(failed(verdict)).toContain('plan-totals-agree');
    expect(verdict.reasons.join()).toContain('part.tps');
  });

  it('without any TPS cannot be audited', async () => {
    const run = ofPart();
    if (run.run.part !== null) run.run.part.codes = ['999999'];
    const dir = run.write();
    await expect(readPlanned(dir, readRunRecord(dir))).rejects.toMatchObject({ code: 'RUN_INVALID' });
  });
});
