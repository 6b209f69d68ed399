import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import { measureRun } from './index.ts';
import { ANSWER_MS, ZERO } from './testing/synthetic-constants.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';
import { stepSecondOf } from './timeline.ts';
import type { TimelineStep } from './types.ts';

describe('the length of a step', () => {
  it('cuts any run of some length into 60 to 120 steps', () => {
    fc.assert(
      fc.property(fc.double({ min: 6, max: 400 * 3600, noNaN: true }), (seconds) => {
        const steps = Math.ceil(seconds / stepSecondOf(seconds));
        expect(steps).toBeGreaterThanOrEqual(60);
        expect(steps).toBeLessThanOrEqual(120);
      }),
    );
  });

  it('has at most 120 steps however long the run', () => {
    for (const days of [1, 7, 30, 365]) {
      expect((days * 86_400) / stepSecondOf(days * 86_400)).toBeLessThanOrEqual(120);
    }
  });
});

describe('the timeline', () => {
  const sum = (steps: TimelineStep[], of: (step: TimelineStep) => number) =>
    steps.reduce((total, step) => total + of(step), 0);

  it('puts what happened into the step in which it happened', async () => {
    const run = new SyntheticRun();
    const line = run.uploads()[10] as AttemptLine;
    run.attempts.push({ ...line, attempt: 2, startedAt: line.startedAt + 5000, durationMs: 2000 });
    Object.assign(line, { acknowledged: false, errorClass: 'timeout', status: 0, durationMs: 1000 });
    const { stepSecond, steps } = (await measureRun(run.write())).timeline;
    const stepAt = (epochMs: number) => Math.floor((epochMs - ZERO) / 1000 / stepSecond);
    expect(steps.map(({ second }) => second)).toEqual(steps.map((_, i) => (i + 0.5) * stepSecond));
    expect(sum(steps, ({ uploads }) => uploads.failedAttempts)).toBe(1);
    expect(steps[stepAt(line.startedAt + 1000)]?.uploads.failedAttempts).toBe(1);
    expect(sum(steps, ({ logins }) => logins.failedAttempts)).toBe(0);
    const ended = steps[stepAt(line.startedAt + 7000)];
    // 1 ms of lag before the first attempt, 5 s until the second, 2 s for its answer; HDR is exact to 0.1%.
    expect(Math.max(ended?.p95 ?? 0)).toBeGreaterThan(7001 * 0.999);
    expect(Math.max(ended?.p95 ?? 0)).toBeLessThanOrEqual(7001);
    expect(steps.filter(({ p50 }) => p50 === ANSWER_MS + 1).length).toBeGreaterThan(10);
    expect(steps.every(({ p50, uploads }) => (p50 === null) === (uploads.acknowledged === 0))).toBe(true);
  });

  it('counts a TPS complete once its last upload of the main phase is acknowledged, re-tests apart', async () => {
    const run = new SyntheticRun({ workload: 'round-2', retest: [0, 1, 2] });
    const late = run.uploads('upload').at(-1) as AttemptLine;
    late.durationMs += 20_000;
    const never = run.uploads('upload')[0] as AttemptLine;
    Object.assign(never, { acknowledged: false, errorClass: 'http-5xx', status: 503 });
    const { stepSecond, steps } = (await measureRun(run.write())).timeline;
    const complete = steps.map(({ tpsComplete }) => Object.values(tpsComplete).reduce((a, b) => a + b, 0));
    expect(complete.at(-1)).toBe(11);
    const end = Math.floor((late.startedAt + late.durationMs - ZERO) / 1000 / stepSecond);
    expect(complete[end - 1]).toBe(10);
    const firstUpload = Math.floor(
      ((run.uploads('upload')[0] as AttemptLine).startedAt - ZERO) / 1000 / stepSecond,
    );
    expect(complete[firstUpload - 1]).toBe(0);
  });
});
