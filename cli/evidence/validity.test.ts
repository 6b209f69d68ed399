import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AttemptLine, DisturbanceLine } from '../../scenarios/journal-line.ts';
import { RUN_FILES, type RunRecord } from '../run-folder/types.ts';
import { auditRun, judge, judgeAudited, loadCriteria, readRunRecord } from './index.ts';
import { failed, judgeRun, largeRun, smallRun, unchanged, verdictOf } from './testing/judged-run.ts';
import { ZERO } from './testing/synthetic-constants.ts';
import type { SyntheticRun } from './testing/synthetic-run.ts';
import type { Measurements } from './types.ts';

type Spoil = (run: SyntheticRun) => unknown;
const inRecord = (patch: (record: RunRecord) => Partial<RunRecord>) => (run: SyntheticRun) => {
  run.run = { ...run.run, ...patch(run.run) };
};

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
      inRecord(() => ({ after: { runId: 'uji-0', retest: 2, logins: 0 } })),
    ],
    [
      ['readback-after-run'],
      'the target was read back before the end of the run',
      (run) => (run.fetchedAt = new Date(Date.parse(run.run.endedAt as string) - 1).toISOString()),
    ],
    [
      ['readback-after-run'],
      'the target gave no time at which it was read back',
      (run) => (run.fetchedAt = 'yesterday'),
    ],
    [['readback-same-store'], 'another store was read back', (run) => (run.store = 'b'.repeat(32))],
    [
      ['plan-totals-agree'],
      'plan.json counts another number of blurred photos than its lines have',
      ({ plan: { plan } }) => {
        for (const mistake of plan.mistakes) if (mistake.kind === 'blurred') mistake.planned++;
      },
    ],
    [
      ['plan-totals-agree'],
      'a TPS of plan.json has gone over to another way',
      ({ plan: { plan } }) => {
        plan.counts.ways.online--;
        plan.counts.ways.kecamatan++;
      },
    ],
    [['no-dropped-iterations'], 'k6 dropped one iteration', (run) => ++run.droppedIterations],
    [['journal-and-k6-agree'], 'k6 sent a request that is not in the journal', (run) => ++run.extraRequests],
    [['journal-and-k6-agree'], 'the journal has a request k6 did not send', (run) => --run.extraRequests],
    [['generator-cpu'], 'the generator’s CPU was not measured', (run) => (run.resources = [])],
    [
      ['generator-cpu'],
      'the generator had no CPU left for ten seconds of a minute',
      (run) => {
        run.resources = Array.from({ length: 60 }, (_, i) => ({
          at: ZERO + i * 1000,
          cpuPercent: i >= 30 && i < 40 ? 195 : 10,
          rssBytes: 1,
        }));
      },
    ],
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
    for (const { message, explanation } of verdict.validity) {
      expect(explanation.en).toBe(message);
      expect(explanation.id).not.toMatch(/expected|undefined/);
      expect(explanation.id.length).toBeGreaterThan(10);
    }
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
    [['plan-unchanged'], 'tps.ndjson was edited', (dir) => appendFileSync(join(dir, 'tps.ndjson'), '\n')],
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

  it.each([
    [0, ['run-finished', 'readback-after-run']],
    [1, ['run-finished']],
  ])('readback-after-run: a killed run, read back %i ms after its last answer', async (after, names) => {
    const run = smallRun();
    inRecord(() => ({ state: 'running', endedAt: null }))(run);
    const last = Math.ceil(Math.max(...run.attempts.map((line) => line.startedAt + line.durationMs)));
    for (const line of run.attempts) if (line.startedAt > last - 500) line.durationMs = last - line.startedAt;
    run.fetchedAt = new Date(last + after).toISOString();
    expect(failed(await verdictOf(run))).toEqual(names);
  });

  it('readback-unchanged: the read-back was changed, or is gone, after the audit', async () => {
    const dir = smallRun().write();
    const criteria = loadCriteria('smoke');
    writeFileSync(join(dir, RUN_FILES.audit), JSON.stringify(await auditRun(dir)));
    expect(failed(await judgeAudited(dir, criteria))).toEqual([]);
    edit(dir, 'readback', (text) => `${text}\n`);
    expect(failed(await judgeAudited(dir, criteria))).toEqual(['readback-unchanged']);
    rmSync(join(dir, RUN_FILES.readback));
    expect(failed(await judgeAudited(dir, criteria))).toEqual(['readback-unchanged']);
  });

  it('same-evidence: the audit is of another run or of another state of the journal', async () => {
    const dir = smallRun().write();
    const criteria = loadCriteria('smoke');
    const { audit, measurements } = await judgeRun(dir, criteria);
    const run = readRunRecord(dir);
    const namesWith = (changed: typeof audit) =>
      failed(judge({ run, audit: changed, measurements, criteria, digests: unchanged(audit) }, new Date(0)));
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
      failed(
        judge(
          { run, audit, measurements: { ...measurements, ...change }, criteria, digests: unchanged(audit) },
          new Date(0),
        ),
      );
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
    // Nobody has to say which store it is.
    run.store = null;
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

function edit(dir: string, file: keyof typeof RUN_FILES, change: (text: string) => string): void {
  const path = join(dir, RUN_FILES[file]);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
