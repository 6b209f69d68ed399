import { beforeEach, describe, expect, it, vi } from 'vitest';
import { formFields } from '../../fixtures/form/fields.ts';
import type { Plenary, PlenaryForm } from '../init-stage/plenaries.ts';
import type { Answer, PlenoPart, PlenoSave } from '../targets/target.ts';
import type { PersonOfPpk } from './person-of-ppk.ts';

// k6's modules are there only within k6.
vi.mock('../metrics.ts', () => ({ plenoFormsSaved: { add: () => undefined } }));
const { plenoForms } = await import('./pleno-forms.ts');

const WORKED: Answer = { status: 200, durationMs: 1, errorClass: null, errorCode: null };
const CONFLICT: Answer = { status: 409, durationMs: 1, errorClass: 'http-4xx', errorCode: 'CHANGED' };
const FIELDS = formFields(1).map(({ id }) => id);
const TRUTH = Object.fromEntries(FIELDS.map((field, place) => [field, place + 1]));

function form(tps: string, wrong: string[] = []): PlenaryForm {
  return { tps, election: 'bupati', pairs: 1, figures: FIELDS.map((_, place) => place + 1), wrong };
}

/** A target of forms as the mock is one: a save of an old look is refused. */
function targetOf(known: Record<string, number | null>) {
  const saved = new Map<string, { revision: number; figures: Record<string, number> }>();
  const saves: PlenoSave[] = [];
  const pleno = {
    look: (_token: string, { tps }: { tps: string }) => ({
      ...WORKED,
      revision: String(saved.get(tps)?.revision ?? 0),
      known,
      saved: saved.get(tps)?.figures ?? null,
    }),
    save(_token: string, { tps }: { tps: string }, save: PlenoSave) {
      saves.push(save);
      const revision = saved.get(tps)?.revision ?? 0;
      if (save.revision !== String(revision)) return { ...CONFLICT, conflict: true, unexplained: false };
      saved.set(tps, { revision: revision + 1, figures: save.figures });
      return { ...WORKED, conflict: false, unexplained: false };
    },
  };
  return { pleno: pleno as unknown as PlenoPart, save: pleno.save, saved, saves };
}

let done: string[];
beforeEach(() => {
  done = [];
});

function person(name: string, before: (operation: string) => void = () => {}): PersonOfPpk {
  return {
    at(operation, step, { form: of, corrected }, send) {
      before(operation);
      done.push(`${name} ${operation} ${step} ${of}${corrected === undefined ? '' : ` ${corrected}`}`);
      return send('token');
    },
  };
}

function hold(pleno: PlenoPart, forms: PlenaryForm[], people: PersonOfPpk[], hands = 1): void {
  plenoForms(pleno, { kecamatan: '630201', forms } as Plenary, people, hands);
}

describe('the forms of a plenary', () => {
  it('are looked at and saved whole, a reason for each figure that is known otherwise', () => {
    const known = { ...TRUTH, 'votes.1': 905, 'sums.valid': null, 'ballots.used': 1 };
    const { pleno, saves } = targetOf(known);
    hold(pleno, [form('1', ['ballots.used'])], [person('a')]);
    expect(done).toEqual(['a pleno-look 0 1/bupati', 'a pleno-save 0 1/bupati 3']);
    expect(saves[0]?.figures).toEqual(TRUTH);
    const reasons = saves[0]?.reasons ?? {};
    expect(Object.keys(reasons).sort()).toEqual(['ballots.used', 'sums.valid', 'votes.1']);
    expect(new Set(Object.values(reasons)).size).toBe(3);
    expect(saves[0]?.reason).toBe(reasons['ballots.used']);
  });

  it('of a TPS whose documents never came are typed from paper, every figure with the reason', () => {
    const { pleno, saves } = targetOf({});
    hold(pleno, [form('1')], [person('a')]);
    expect(Object.keys(saves[0]?.reasons ?? {})).toEqual(FIELDS);
    expect(saves[0]?.figures).toEqual(TRUTH);
  });

  it('operators take turns TPS by TPS', () => {
    const { pleno } = targetOf(TRUTH);
    hold(pleno, [form('1'), form('1'), form('2'), form('3')], [person('a'), person('b')]);
    const looks = done.filter((line) => line.includes('look')).map((line) => line[0]);
    expect(looks.join('')).toBe('aaba');
  });

  it('two operators meet at each: the second looks again and saves nothing over', () => {
    const { pleno, saved } = targetOf(TRUTH);
    hold(pleno, [form('1'), form('2')], [person('a'), person('b')], 2);
    expect(done).toEqual([
      ...['a pleno-look 0 1/bupati', 'b pleno-look 1 1/bupati', 'a pleno-save 0 1/bupati 0'],
      ...['b pleno-save 1 1/bupati 0', 'b pleno-look 1 1/bupati'],
      ...['b pleno-look 2 2/bupati', 'a pleno-look 3 2/bupati', 'b pleno-save 2 2/bupati 0'],
      ...['a pleno-save 3 2/bupati 0', 'a pleno-look 3 2/bupati'],
    ]);
    expect([...saved.values()].map(({ revision }) => revision)).toEqual([1, 1]);
  });

  it('what somebody else has saved otherwise than it was counted is saved again, as it was counted', () => {
    const { pleno, saved } = targetOf(TRUTH);
    let meddled = false;
    const other = person('a', (operation) => {
      if (operation !== 'pleno-save' || meddled) return;
      meddled = true;
      saved.set('1', { revision: 1, figures: { ...TRUTH, 'votes.1': 999 } });
    });
    hold(pleno, [form('1')], [other]);
    expect(saved.get('1')).toEqual({ revision: 2, figures: TRUTH });
  });

  it('a target that always sees a conflict is not asked for ever', () => {
    const { pleno, saves } = targetOf(TRUTH);
    const stubborn: PlenoPart = {
      ...pleno,
      save: (_token, _form, save) => {
        saves.push(save);
        return { ...CONFLICT, conflict: true, unexplained: false };
      },
    };
    hold(stubborn, [form('1')], [person('a')]);
    expect(saves).toHaveLength(3);
  });

  it('where the target wants to be told why, it is told', () => {
    const { pleno, save, saves } = targetOf(TRUTH);
    const curious: PlenoPart = {
      ...pleno,
      save: (token, of, asked) => {
        if (asked.reason !== null) return save(token, of, asked);
        return { ...WORKED, errorClass: 'http-4xx', status: 422, conflict: false, unexplained: true };
      },
    };
    hold(curious, [form('1')], [person('a')]);
    expect(saves).toHaveLength(1);
    expect(saves[0]?.reason).toMatch(/\w{5}/);
  });
});
