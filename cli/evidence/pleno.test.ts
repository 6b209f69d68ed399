import { describe, expect, it } from 'vitest';
import { loadCriteria } from './criteria.ts';
import { failed, judgeRun } from './testing/judged-run.ts';
import { syntheticPleno } from './testing/synthetic-pleno.ts';
import type { SyntheticRun } from './testing/synthetic-run.ts';

const judged = (run: SyntheticRun) => judgeRun(run.write(), loadCriteria('ppk'));

describe('the plenaries of a run', () => {
  it('in which everything went well are counted step by step, and their sums are the plan’s', async () => {
    const { audit, measurements, verdict } = await judged(syntheticPleno());
    expect(failed(verdict)).toEqual([]);
    expect(verdict.verdict, verdict.reasons.join('\n')).toBe('PASS');
    expect(measurements.pleno).toEqual({
      kecamatan: { planned: 2, opened: 2, finalised: 2, published: 2 },
      files: { planned: 0, taken: 0 },
      forms: { planned: 24, saved: 24, corrected: 2 },
      conflicts: 0,
    });
    expect(audit.pleno).toEqual({ planned: 2, read: true, summed: 2, equal: 2 });
    expect(audit.accounts).toEqual({ handedOut: 6, used: 6 });
    expect(audit.journal.unplanned).toBe(0);
    expect(measurements.planDeviationMs).toBeLessThan(0.01);
    const row = (operation: string) =>
      measurements.operations.find((each) => each.phase === 'pleno' && each.operation === operation);
    expect([row('login')?.planned, row('pleno-save')?.achieved, row('pleno-import')]).toEqual([
      6,
      24,
      undefined,
    ]);
    const saves = measurements.timeline.steps.reduce((sum, { saves: each }) => sum + each.planned, 0);
    expect(saves).toBe(24);
  });

  it.each([
    ['a single vote more in one kecamatan', 'votes.2', 1],
    ['a vote less', 'votes.1', -1],
    ['a figure that is not there', 'sums.total', Number.NaN],
  ])('whose sums have %s are a FAIL, the figure named', async (_name, field, by) => {
    const run = syntheticPleno();
    const { figures } = run.sums[1] as (typeof run.sums)[number];
    if (Number.isNaN(by)) delete figures[field];
    else figures[field] = (figures[field] ?? 0) + by;
    const { audit, verdict } = await judged(run);
    expect(audit.pleno).toEqual({ planned: 2, read: true, summed: 2, equal: 1 });
    const differing = audit.findings.filter(({ code }) => code === 'PLENO_DIFFERS');
    expect(differing).toHaveLength(1);
    expect(differing[0]?.message).toContain(`Kecamatan 167102, walikota: ${field} is`);
    expect(verdict.verdict).toBe('FAIL');
  });

  it('of which the target has a TPS less, or one not finalised, are a FAIL and no matter of figures', async () => {
    for (const change of [{ tps: 11 }, { finalised: false }]) {
      const run = syntheticPleno();
      Object.assign(run.sums[0] as object, change);
      const { audit, verdict } = await judged(run);
      expect(audit.findings.map(({ code }) => code)).toEqual(['PLENO_MISSING']);
      expect(audit.pleno).toMatchObject({ summed: 1, equal: 1 });
      expect(verdict.verdict).toBe('FAIL');
    }
  });

  it('whose sums were not read prove nothing', async () => {
    const run = syntheticPleno();
    run.stored = [];
    const { audit, verdict } = await judged(run);
    expect(audit.pleno).toEqual({ planned: 2, read: false, summed: 0, equal: 0 });
    expect(verdict.verdict).toBe('INCONCLUSIVE');
    expect(verdict.reasons.join()).toContain('Sums of D.Hasil');
  });

  it('of which one was never published are a FAIL', async () => {
    const run = syntheticPleno();
    for (const line of run.attempts)
      if (line.operation === 'pleno-publish' && line.session === 1)
        Object.assign(line, { acknowledged: false, errorClass: 'http-5xx', status: 503 });
    const { measurements, verdict } = await judged(run);
    expect(measurements.pleno?.kecamatan).toMatchObject({ finalised: 2, published: 1 });
    expect(verdict.verdict).toBe('FAIL');
  });

  it('a conflict that is looked at again is counted, and is no second save', async () => {
    const run = syntheticPleno();
    const save = run.attempts.find(({ operation }) => operation === 'pleno-save');
    if (save === undefined) throw new Error('the run saves nothing');
    run.attempts.push({ ...save, startedAt: save.startedAt + 20, acknowledged: true });
    Object.assign(save, {
      acknowledged: false,
      errorClass: 'http-4xx',
      errorCode: 'CHANGED_MEANWHILE',
      status: 409,
    });
    const { audit, measurements, verdict } = await judged(run);
    expect(measurements.pleno).toMatchObject({ forms: { saved: 24 }, conflicts: 1 });
    expect(audit.journal.unplanned).toBe(0);
    expect(failed(verdict)).toEqual([]);
  });

  it('an admin who is not let in excuses what could not be asked', async () => {
    const run = syntheticPleno();
    run.attempts = run.attempts.filter(
      ({ session, operation, step }) => session === 0 || (operation === 'login' && step === 0),
    );
    for (const line of run.attempts)
      if (line.session === 1)
        Object.assign(line, { acknowledged: false, errorClass: 'unauthorised', status: 401 });
    const { verdict } = await judged(run);
    expect(failed(verdict)).toEqual([]);
    expect(verdict.verdict).toBe('FAIL');
  });

  it.each([
    ['another kecamatan’s', { kecamatan: '167102' }],
    ['a form that is not there', { form: '1671011001999/walikota' }],
    ['a place that the plenary has not', { step: 12 }],
  ])('a save of %s is not as planned', async (_name, change) => {
    const run = syntheticPleno();
    const save = run.attempts.find(({ operation, session }) => operation === 'pleno-save' && session === 0);
    run.attempts.push({ ...(save as (typeof run.attempts)[number]), ...change });
    expect(failed((await judged(run)).verdict)).toContain('journal-as-planned');
  });
});
