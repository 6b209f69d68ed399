import { describe, expect, it, vi } from 'vitest';
import { formFields } from '../../fixtures/form/fields.ts';
import type { Session } from '../init-stage/sessions.ts';
import type { OperationSubject, SessionContext } from '../operation-subject.ts';
import type { Answer, ConfirmAnswer, Confirmation, ConfirmPart, ReadingAnswer } from '../targets/target.ts';
import { confirmOffsetSecond, LOOKS, lookOffsetSecond } from '../workloads/confirm-schedule.ts';
import { confirmForms } from './confirm-forms.ts';

vi.mock('k6', () => ({ sleep: () => {} }));
vi.mock('k6/metrics', () => ({
  Counter: class {
    add() {}
  },
  Trend: class {
    add() {}
  },
}));

const WORKED: Answer = { status: 200, durationMs: 1, errorClass: null, errorCode: null };
const FAILED: Answer = { status: 500, durationMs: 1, errorClass: 'http-5xx', errorCode: null };
const IDS = formFields(2).map(({ id }) => id);
const PAPER = IDS.map((_, place) => place);
const READ = Object.fromEntries(IDS.map((id, place) => [id, place]));

const read = (revision: number, figures: ReadingAnswer['figures'] = READ): ReadingAnswer => ({
  ...WORKED,
  outcome: 'read',
  revision,
  figures,
});
const look = (outcome: ReadingAnswer['outcome']): ReadingAnswer => ({ ...read(1, {}), outcome });
const says = (outcome: ConfirmAnswer['outcome'], findings: string[] = []): ConfirmAnswer => ({
  ...WORKED,
  outcome,
  findings,
});

/** Plays one form against these answers, in order. @returns what was sent */
function play(readings: ReadingAnswer[], confirmations: ConfirmAnswer[], documents = ['c-hasil']) {
  const subjects: OperationSubject[] = [];
  const sent: Confirmation[] = [];
  const target: ConfirmPart = {
    reading: () => readings.shift() ?? look('pending'),
    confirm: (_token, _of, confirmation) => {
      sent.push(confirmation);
      return confirmations.shift() ?? says('confirmed');
    },
  };
  const signedIn = {
    perform<A extends Answer>(subject: OperationSubject, send: (token: string) => A | readonly A[]): A {
      subjects.push(subject);
      return send('T') as A;
    },
  };
  const forms = documents.map((document) => ({ document, pairs: 2, figures: PAPER, sheetsRight: true }));
  const session = { kode: '1671011001001', kecamatan: '167101', forms } as unknown as Session;
  confirmForms(target, signedIn, { speed: 1 } as SessionContext, session, 0);
  return { subjects, sent, steps: subjects.map(({ operation, look: at }) => `${operation} ${at}`) };
}

describe('KPPS who confirm their C.Hasil', () => {
  it('send exactly what was misread, when the plan says so', () => {
    const { subjects, sent } = play([read(4, { ...READ, 'votes.2': 999 })], []);
    expect(sent).toEqual([{ revision: 4, figures: { 'votes.2': PAPER[20] }, despite: [] }]);
    expect(subjects).toEqual([
      { operation: 'reading', plannedAt: lookOffsetSecond(0, 0) * 1000, document: 'c-hasil', look: 0 },
      {
        operation: 'confirm',
        plannedAt: confirmOffsetSecond(0, 0) * 1000,
        document: 'c-hasil',
        look: 0,
        corrected: 1,
        despite: 0,
      },
    ]);
  });

  it('look again until it is read, and then confirm at that look', () => {
    const { steps, sent } = play([look('pending'), { ...look(null), ...FAILED }, read(2)], []);
    expect(steps).toEqual(['reading 0', 'reading 1', 'reading 2', 'confirm 2']);
    expect(sent).toHaveLength(1);
  });

  it('give up after the last look, and never look twice at one time', () => {
    const { subjects } = play([], []);
    expect(subjects.map(({ look: at }) => at)).toEqual(Array.from({ length: LOOKS }, (_, i) => i));
    const times = subjects.map(({ plannedAt }) => plannedAt);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  it.each(['changed', 'pending'] as const)('compare anew when the form is %s', (outcome) => {
    const later = read(7, { ...READ, 'sums.total': 1 });
    const { steps, sent, subjects } = play([read(6), later], [says(outcome)]);
    expect(steps).toEqual(['reading 0', 'confirm 0', 'reading 2', 'confirm 2']);
    expect(sent.map(({ revision }) => revision)).toEqual([6, 7]);
    expect(sent[1]?.figures).toEqual({ 'sums.total': PAPER[23] });
    const times = subjects.map(({ plannedAt }) => plannedAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('name the rules that the paper itself breaks, without looking again', () => {
    const { steps, sent } = play([read(3)], [says('inconsistent', ['V201', 'V203'])]);
    expect(steps).toEqual(['reading 0', 'confirm 0', 'confirm 2']);
    expect(sent[1]).toEqual({ revision: 3, figures: {}, despite: ['V201', 'V203'] });
  });

  it('do not confirm forever what is never taken', () => {
    const { sent } = play([read(3)], Array(50).fill(says('inconsistent', ['V201'])));
    expect(sent.length).toBeLessThanOrEqual(LOOKS);
  });

  it('type what cannot be read', () => {
    const { sent } = play([{ ...read(1, {}), outcome: 'unreadable' }], []);
    expect(sent[0]?.figures).toEqual(READ);
  });

  it.each(['wrong-sheet', 'incomplete'] as const)('leave a form that is %s', (outcome) => {
    expect(play([look(outcome)], []).steps).toEqual(['reading 0']);
  });

  it('look at the next form while the first is still being read', () => {
    const { subjects } = play([look('pending'), look('pending'), read(1)], [], ['c-hasil-a', 'c-hasil-b']);
    const first = subjects
      .slice(0, 5)
      .map(({ operation, document, look: at }) => `${operation} ${document} ${at}`);
    expect(first).toEqual([
      'reading c-hasil-a 0',
      'reading c-hasil-a 1',
      'reading c-hasil-b 0',
      'reading c-hasil-a 2',
      'confirm c-hasil-b 0',
    ]);
    expect(subjects.map(({ plannedAt }) => plannedAt)).toEqual(
      subjects.map(({ plannedAt }) => plannedAt).sort((a, b) => a - b),
    );
  });
});
