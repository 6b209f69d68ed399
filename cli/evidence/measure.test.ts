import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptLine, ErrorClass } from '../../scenarios/journal-line.ts';
import { RUN_FILES } from '../run-folder/types.ts';
import { measureRun } from './index.ts';
import { ANSWER_MS } from './testing/synthetic-constants.ts';
import { UPLOADS_PER_TPS } from './testing/synthetic-plan.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';
import type { Measurements, OperationMeasurement } from './types.ts';

function row(measured: Measurements, phase: string | null, operation: string | null): OperationMeasurement {
  const found = measured.operations.find((entry) => entry.phase === phase && entry.operation === operation);
  if (found === undefined) throw new Error(`no row ${phase} ${operation}`);
  return found;
}

function fail(line: AttemptLine, errorClass: ErrorClass = 'http-5xx'): void {
  Object.assign(line, { acknowledged: false, errorClass, status: 503 });
}

/** The line's attempt fails; another follows `laterMs` later and takes `durationMs`. */
function retry(run: SyntheticRun, line: AttemptLine, laterMs: number, durationMs: number): void {
  const startedAt = line.startedAt + line.durationMs + laterMs;
  run.attempts.push({ ...line, attempt: 2, startedAt, durationMs });
  fail(line);
}

describe('measuring a perfect run', () => {
  const measure = () => measureRun(new SyntheticRun().write());

  it('plans, offers and achieves the same', async () => {
    const measured = await measure();
    for (const entry of [...measured.operations, measured.total]) {
      expect(entry.offered).toBe(entry.planned);
      expect(entry.achieved).toBe(entry.planned);
      expect(entry.firstAttemptSuccess).toBe(entry.planned);
      expect(entry.latencyFromPlan).toMatchObject({ p50: ANSWER_MS + 1, max: ANSWER_MS + 1 });
      expect(entry.latencyOfAttempt.max).toBe(ANSWER_MS);
      expect(entry.startLag.max).toBe(1);
    }
    const planned = (phase: string | null, operation: string) => row(measured, phase, operation).planned;
    expect(planned('login', 'login')).toBe(20);
    expect(planned('upload', 'login')).toBe(12);
    expect(planned(null, 'login')).toBe(32);
    expect(planned(null, 'upload')).toBe(12 * UPLOADS_PER_TPS);
    expect(measured.total.planned).toBe(20 + 12 * (UPLOADS_PER_TPS + 3));
    expect(measured.sessionsNotStarted).toEqual({ login: 0, upload: 0 });
    expect(measured.planDeviationMs).toBeLessThan(0.01);
    expect(measured.earlyStartMs).toBe(0);
    expect(measured.statusAnswers).toEqual({ answered: 12, complete: 12 });
  });

  it('has rates over the planned window', async () => {
    const login = row(await measure(), 'login', 'login');
    // 20 logins in 600 plan seconds at speed 60: 10 real seconds.
    expect(login.rate).toEqual({ planned: 2, offered: 2, achieved: 2 });
  });

  it('has a timeline whose steps add up to the totals', async () => {
    const { timeline } = await measure();
    expect(timeline.steps.length).toBeGreaterThanOrEqual(60);
    expect(timeline.steps.length).toBeLessThanOrEqual(120);
    const sum = (kind: 'uploads' | 'logins', of: 'planned' | 'offered' | 'acknowledged') =>
      timeline.steps.reduce((total, step) => total + step[kind][of], 0);
    for (const of of ['planned', 'offered', 'acknowledged'] as const) {
      expect(sum('uploads', of)).toBe(12 * UPLOADS_PER_TPS);
      expect(sum('logins', of)).toBe(32);
    }
    const complete = timeline.steps.map(({ tpsComplete }) => tpsComplete);
    expect(complete.at(-1)).toEqual({ 167101: 6, 167102: 6 });
    expect(complete[0]).toEqual({ 167101: 0, 167102: 0 });
    for (const [i, step] of complete.entries()) {
      expect(step[167101]).toBeGreaterThanOrEqual(complete[i - 1]?.[167101] ?? 0);
    }
  });
});

describe('measuring trouble', () => {
  it('has the figures that plain arithmetic has, whatever went wrong', async () => {
    const trouble = fc.record({
      kind: fc.constantFrom('fine', 'late', 'retried', 'failed', 'not asked'),
      ms: fc.integer({ min: 1, max: 20_000 }),
    });
    const troubles = fc.array(trouble, { minLength: 36, maxLength: 36 });
    await fc.assert(
      fc.asyncProperty(troubles, async (chosen) => {
        const run = new SyntheticRun();
        const fromPlan: number[] = [];
        const expected = { offered: 0, achieved: 0, attempts: 0, firstAttemptSuccess: 0 };
        for (const [i, line] of run.uploads().entries()) {
          const { kind, ms } = chosen[i] as { kind: string; ms: number };
          if (kind === 'not asked') {
            run.attempts.splice(run.attempts.indexOf(line), 1);
            continue;
          }
          expected.offered++;
          expected.attempts++;
          if (kind === 'late') line.startedAt += ms;
          if (kind === 'failed') fail(line, 'timeout');
          if (kind === 'failed') continue;
          expected.achieved++;
          if (kind === 'retried') {
            retry(run, line, ms, 100);
            expected.attempts++;
            fromPlan.push(1 + ANSWER_MS + ms + 100);
          } else {
            expected.firstAttemptSuccess++;
            fromPlan.push(1 + ANSWER_MS + (kind === 'late' ? ms : 0));
          }
        }
        const measured = await measureRun(run.write());
        const uploads = row(measured, 'upload', 'upload');
        expect(uploads).toMatchObject({ ...expected, afterRetrySuccess: expected.achieved, planned: 36 });
        expect(uploads.latencyFromPlan.samples).toBe(fromPlan.length);
        if (fromPlan.length > 0) expect(uploads.latencyFromPlan.max).toBeCloseTo(Math.max(...fromPlan), 2);
        const of = (kind: string) => chosen.filter((entry) => entry.kind === kind).length;
        expect(uploads.failedAttempts['http-5xx'] ?? 0).toBe(of('retried'));
        expect(uploads.failedAttempts.timeout ?? 0).toBe(of('failed'));
        expect(measured.total.attempts).toBe(run.attempts.length);
        expect(row(measured, null, 'upload')).toEqual({ ...uploads, phase: null });
      }),
      { numRuns: 30 },
    );
  });

  it('counts an operation once, however often it was acknowledged', async () => {
    const run = new SyntheticRun();
    const line = run.uploads()[0] as AttemptLine;
    run.attempts.push({ ...line, attempt: 2, startedAt: line.startedAt + 500 });
    expect(row(await measureRun(run.write()), null, 'upload')).toMatchObject({
      attempts: 37,
      offered: 36,
      achieved: 36,
      latencyFromPlan: { samples: 36, max: ANSWER_MS + 1 },
    });
  });

  it('does not take a login after being thrown out for a planned one', async () => {
    const run = new SyntheticRun();
    const line = run.attempts.find(
      ({ phase, operation }) => phase === 'upload' && operation === 'login',
    ) as AttemptLine;
    const later = line.startedAt + 5000;
    run.attempts.push({ ...line, plannedAt: later, startedAt: later });
    const measured = await measureRun(run.write());
    expect(row(measured, 'upload', 'login')).toMatchObject({
      planned: 12,
      offered: 12,
      achieved: 12,
      attempts: 13,
    });
    expect(measured.planDeviationMs).toBeLessThan(0.01);
    expect(row(measured, 'upload', 'login').latencyFromPlan.max).toBe(ANSWER_MS + 1);
  });

  it('sees what was sent early, and gives it no credit', async () => {
    const run = new SyntheticRun();
    (run.uploads()[3] as AttemptLine).startedAt -= 501;
    const measured = await measureRun(run.write());
    expect(measured.earlyStartMs).toBeCloseTo(500, 3);
    const { latencyFromPlan, startLag } = row(measured, null, 'upload');
    expect(latencyFromPlan).toMatchObject({ samples: 36, max: ANSWER_MS + 1 });
    expect(startLag.samples).toBe(36);
  });

  it('sees a planned time that is not the plan’s', async () => {
    const run = new SyntheticRun();
    (run.attempts[3] as AttemptLine).plannedAt += 700;
    expect((await measureRun(run.write())).planDeviationMs).toBeCloseTo(700, 3);
  });

  it('sees sessions that never started and what a refused login kept from being asked', async () => {
    const run = new SyntheticRun();
    const ofSession = (session: number) => (line: AttemptLine) =>
      line.phase === 'upload' && line.session === session;
    const refused = run.attempts.find(
      (line) => ofSession(3)(line) && line.operation === 'login',
    ) as AttemptLine;
    fail(refused);
    run.attempts = run.attempts.filter(
      (line) => line === refused || !(ofSession(3)(line) || ofSession(4)(line)),
    );
    const measured = await measureRun(run.write());
    expect(measured.sessionsNotStarted).toEqual({ login: 0, upload: 1 });
    expect(row(measured, 'upload', 'upload')).toMatchObject({
      planned: 36,
      offered: 36 - 2 * UPLOADS_PER_TPS,
      refusedWithoutLogin: UPLOADS_PER_TPS,
    });
    expect(row(measured, 'upload', 'status')).toMatchObject({
      planned: 12,
      offered: 10,
      refusedWithoutLogin: 1,
    });
    expect(row(measured, 'upload', 'login').refusedWithoutLogin).toBe(0);
  });

  it('derives the start of a phase that never began from those that did', async () => {
    const run = new SyntheticRun();
    const whole = (await measureRun(run.write())).timeline;
    run.phases = run.phases.filter(({ phase }) => phase === 'login');
    run.attempts = run.attempts.filter(({ phase }) => phase === 'login');
    const measured = await measureRun(run.write());
    expect(measured.timeline.steps.map(({ uploads }) => uploads.planned)).toEqual(
      whole.steps.map(({ uploads }) => uploads.planned),
    );
    expect(measured.sessionsNotStarted).toEqual({ login: 0, upload: 12 });
    run.phases = [];
    run.attempts = [];
    const nothing = await measureRun(run.write());
    expect(nothing).toMatchObject({
      durationSecond: 0,
      planDeviationMs: null,
      earlyStartMs: null,
      total: { offered: 0, rate: { offered: 0 } },
    });
    expect(nothing.timeline.steps.reduce((sum, step) => sum + step.uploads.planned, 0)).toBe(36);
  });

  it('slows the achieved rate, not the planned one, when answers come late', async () => {
    const run = new SyntheticRun();
    for (const line of run.attempts)
      if (line.phase === 'login' && line.session === 19) line.durationMs = 10_000;
    const { rate } = row(await measureRun(run.write()), 'login', 'login');
    expect(rate.planned).toBe(2);
    expect(rate.offered).toBe(2);
    expect(rate.achieved).toBeLessThan(1.1);
  });
});

describe('several generators', () => {
  it('are measured as one', async () => {
    const run = new SyntheticRun();
    const alone = await measureRun(run.write());
    const halves = [0, 1].map((half) => {
      const part = new SyntheticRun();
      part.attempts = part.attempts.filter(({ session }) => session % 2 === half);
      return part.journal();
    }) as [string, string];
    const dir = run.write();
    writeFileSync(join(dir, RUN_FILES.journal), halves[0]);
    // The second one starts its phases 30 ms later and says so; the first one's start is the phase's.
    const later = halves[1].split('\n').map((line) => {
      const value = line === '' ? null : JSON.parse(line);
      return value?.kind === 'phase' ? JSON.stringify({ ...value, startedAt: value.startedAt + 30 }) : line;
    });
    writeFileSync(join(dir, 'journal-b.ndjson'), later.join('\n'));
    const { journalSha256: _, ...together } = await measureRun(dir);
    const { journalSha256: __, ...expected } = alone;
    expect(together).toEqual(expected);
  });
});
