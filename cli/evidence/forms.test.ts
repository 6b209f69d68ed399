import { describe, expect, it } from 'vitest';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import { loadCriteria } from './criteria.ts';
import { METRICS } from './metrics.ts';
import { failed, judgeRun, smallRun, verdictOf } from './testing/judged-run.ts';
import { SPEED } from './testing/synthetic-constants.ts';
import type { SyntheticRun } from './testing/synthetic-run.ts';

/** Plan seconds from the status check to the first look at a form and to its confirmation; from one look to the next. */
const LOOK = 60;
const CONFIRM = 180;

/** The lines of one form of the run. */
interface FormLines {
  look: AttemptLine;
  confirm: AttemptLine;
}

/** A smoke run whose 40 TPS confirm one C.Hasil each, all as read at the first look. */
function confirming(): { run: SyntheticRun; forms: FormLines[]; document: string } {
  const run = smallRun();
  run.run.flow = 'kpps-confirm';
  Object.assign(run.run.criteria, loadCriteria('smoke-confirm'));
  const [first] = run.plan.plan.documentProfile;
  if (first === undefined) throw new Error('there is a document');
  first.form = 'c-hasil';
  const document = first.type;
  const forms = run.attempts
    .filter(({ operation, phase }) => operation === 'status' && phase === 'upload')
    .map(({ complete: _, ...status }): FormLines => {
      const at = (planSecond: number) => ({
        plannedAt: status.plannedAt + (planSecond * 1000) / SPEED,
        startedAt: status.startedAt + (planSecond * 1000) / SPEED,
      });
      const of = { ...status, document, look: 0 } as const;
      return {
        look: { ...of, ...at(LOOK), operation: 'reading', outcome: 'read' },
        confirm: {
          ...of,
          ...at(CONFIRM),
          operation: 'confirm',
          outcome: 'confirmed',
          corrected: 0,
          despite: 0,
        },
      };
    });
  run.attempts.push(...forms.flatMap(({ look, confirm }) => [look, confirm]));
  return { run, forms, document };
}

/** A line as much later, in plan seconds. */
function later(line: AttemptLine, planSecond: number, change: Partial<AttemptLine>): AttemptLine {
  const ms = (planSecond * 1000) / SPEED;
  return { ...line, plannedAt: line.plannedAt + ms, startedAt: line.startedAt + ms, ...change };
}

const judge = (run: SyntheticRun) => judgeRun(run.write(), loadCriteria('smoke-confirm'));

describe('C.Hasil that KPPS confirm', () => {
  it('all confirmed as read: a PASS, and each is counted', async () => {
    const { run } = confirming();
    const { audit, measurements, verdict } = await judge(run);
    expect(verdict.verdict, verdict.reasons.join('\n')).toBe('PASS');
    expect(audit.findings).toEqual([]);
    expect(audit.forms).toEqual({
      planned: 40,
      wrongSheet: audit.forms?.wrongSheet,
      read: 40,
      confirmed: 40,
      confirmedOfWrongSheet: audit.forms?.wrongSheet,
      atFirstLook: 40,
      asRead: 40,
      corrected: 0,
      despite: 0,
      figuresCorrected: 0,
    });
    const rows = measurements.operations.filter(({ phase }) => phase === 'upload');
    for (const operation of ['reading', 'confirm'])
      expect(rows.find((row) => row.operation === operation)).toMatchObject({
        planned: 40,
        offered: 40,
        achieved: 40,
        attempts: 40,
      });
    const curve = measurements.timeline.steps.reduce(
      (sum, { confirms }) => ({
        planned: sum.planned + (confirms?.planned ?? 0),
        acknowledged: sum.acknowledged + (confirms?.acknowledged ?? 0),
      }),
      { planned: 0, acknowledged: 0 },
    );
    expect(curve).toEqual({ planned: 40, acknowledged: 40 });
  });

  it('looks again, corrections and rules of the paper are counted, and are as planned', async () => {
    const { run, forms } = confirming();
    const [waiting, wrong] = forms as [FormLines, FormLines];
    waiting.look.outcome = 'pending';
    Object.assign(waiting.confirm, later(waiting.confirm, 60, { look: 1, corrected: 3 }));
    run.attempts.push(later(waiting.look, 60, { look: 1, outcome: 'read' }));
    wrong.confirm.outcome = 'inconsistent';
    run.attempts.push(later(wrong.confirm, 180, { look: 2, outcome: 'confirmed', despite: 2, corrected: 1 }));
    const { audit, measurements, verdict } = await judge(run);
    expect(failed(verdict)).toEqual([]);
    expect(verdict.verdict, verdict.reasons.join('\n')).toBe('PASS');
    expect(audit.forms).toMatchObject({
      confirmed: 40,
      atFirstLook: 38,
      asRead: 38,
      corrected: 2,
      despite: 1,
      figuresCorrected: 4,
    });
    const of = (operation: string) =>
      measurements.operations.find((row) => row.phase === 'upload' && row.operation === operation);
    expect(of('reading')).toMatchObject({ planned: 40, offered: 40, achieved: 40, attempts: 41 });
    expect(of('reading')?.firstAttemptSuccess).toBe(39);
    expect(of('confirm')).toMatchObject({ planned: 40, offered: 40, achieved: 40, attempts: 41 });
  });

  it('one that is never read is a finding and a FAIL; what could not be sent is not held against the generator', async () => {
    const { run, forms, document } = confirming();
    for (const { look, confirm } of forms) {
      look.outcome = 'pending';
      run.attempts.splice(run.attempts.indexOf(confirm), 1);
    }
    const { audit, verdict, measurements } = await judge(run);
    expect(failed(verdict)).toEqual([]);
    expect(verdict.verdict).toBe('FAIL');
    const unplanned = audit.forms?.wrongSheet ?? 0;
    const findings = audit.findings.filter(({ code }) => code === 'UNCONFIRMED');
    expect(findings).toHaveLength(40 - unplanned);
    expect(findings[0]?.message).toBe(
      `${document} of TPS ${findings[0]?.tps} was never confirmed: the last answer to a look at it was pending.`,
    );
    const row = measurements.operations.find(
      ({ phase, operation }) => phase === 'upload' && operation === 'confirm',
    );
    expect(row).toMatchObject({ planned: 40, offered: 0, refusedWithoutLogin: 40 });
  });

  it('confirmations that were possible and never sent are the generator’s fault', async () => {
    const { run, forms } = confirming();
    const sent = new Set(forms.map(({ confirm }) => confirm));
    run.attempts = run.attempts.filter((line) => !sent.has(line));
    expect(failed(await verdictOf(run))).toContain('offered-as-planned');
  });

  it.each<[string, (lines: FormLines) => void]>([
    ['a look that the plan does not have', ({ look }) => Object.assign(look, { look: 8 })],
    ['a document that is no C.Hasil', ({ confirm }) => Object.assign(confirm, { document: 'daftar-hadir' })],
  ])('%s is not as planned', async (_, spoil) => {
    const { run, forms } = confirming();
    spoil(forms[3] as FormLines);
    expect(failed(await verdictOf(run))).toContain('journal-as-planned');
  });

  it('a look at another time than the plan’s is noticed', async () => {
    const { run, forms } = confirming();
    for (const { look } of forms) look.plannedAt += 500;
    expect(failed(await verdictOf(run))).toContain('planned-times');
  });

  it('lines that contradict themselves are no evidence', async () => {
    const { run, forms } = confirming();
    Object.assign((forms[0] as FormLines).confirm, { outcome: null });
    delete (forms[1] as FormLines).look.look;
    const { audit, verdict } = await judge(run);
    expect(audit.journal.malformed).toBe(2);
    expect(failed(verdict)).toContain('journal-sound');
  });

  it('without any the metrics have nothing to measure', async () => {
    const run = smallRun();
    const { audit, measurements } = await judgeRun(run.write(), loadCriteria('smoke'));
    expect(audit.forms).toBeUndefined();
    expect(METRICS.get('forms.confirmedShare')?.({ audit, measurements })).toMatchObject({
      value: null,
      samples: 0,
    });
  });
});
