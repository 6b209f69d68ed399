import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formFields } from '../../fixtures/form/fields.ts';
import { VALIDATION_CODES } from '../contract/validation-codes.ts';
import { smallForms } from '../testing/small-forms.ts';
import { validateForm } from './validate-form.ts';

const [line] = smallForms().tps;
const PAIRS = 3;

const truth = new Map<string, number | null>(
  formFields(PAIRS).map(({ id, value }) => {
    const voters = line?.voters;
    const contest = line?.contests[0];
    if (!voters || !contest) throw new Error('the small plan has no form');
    return [id, value(voters, contest)];
  }),
);

/** A form on which every rule holds, with some figures otherwise. */
function validate(changed: Record<string, number | null> = {}) {
  const figures = new Map(truth);
  for (const [id, value] of Object.entries(changed)) figures.set(id, value);
  return validateForm(PAIRS, (id) => figures.get(id) ?? null);
}

const codes = (changed: Record<string, number | null>) => validate(changed).map(({ code }) => code);

test('a form on which everything fits has no findings', () => {
  expect(validate()).toEqual([]);
});

describe('each rule is found when it is broken', () => {
  test.each<[Record<string, number | null>, string[]]>([
    [{ 'voters.dpt.male': 141 }, ['V101']],
    [{ 'voters.usersDpt.male': 71 }, ['V102', 'V111']],
    [{ 'voters.usersDptb.female': 2 }, ['V103', 'V112']],
    [{ 'voters.usersDpk.total': 4 }, ['V104', 'V113']],
    [{ 'voters.users.male': 74 }, ['V105', 'V111']],
    [{ 'voters.users.female': 86 }, ['V105', 'V112']],
    [{ 'voters.users.total': 161 }, ['V105', 'V113', 'V203', 'V204']],
    [{ 'votes.1': 900 }, ['V201']],
    [{ 'sums.invalid': 7 }, ['V202']],
    [{ 'sums.total': 161 }, ['V202', 'V203']],
    [{ 'ballots.used': 161 }, ['V204', 'V301']],
    [{ 'ballots.spoilt': 3 }, ['V301']],
    [{ 'ballots.received': 309 }, ['V301', 'V302']],
    [{ 'voters.dpt.total': 601 }, ['V101', 'V302', 'V401']],
    [{ 'sums.total': 999 }, ['V202', 'V203', 'V402']],
    [{ 'votes.2': null }, ['V501']],
  ])('%o: %o', (changed, found) => {
    expect(codes(changed)).toEqual(found);
  });
});

test('a figure on a photo that cannot be read is found as such, and its rules say nothing', () => {
  const readable = (id: string) => !id.startsWith('votes.');
  expect(validateForm(PAIRS, (id) => (readable(id) ? 0 : null), readable)).toEqual([
    { code: 'V502', figures: ['votes.1', 'votes.2', 'votes.3'] },
  ]);
});

test('one figure that is wrong is always found, and is among the figures of what is found', () => {
  const anyFigure = fc.constantFrom(...formFields(PAIRS).map(({ id }) => id));
  fc.assert(
    fc.property(anyFigure, fc.integer({ min: 0, max: 999 }), (id, value) => {
      const findings = validate({ [id]: value });
      expect(findings.length > 0).toBe(value !== truth.get(id));
      for (const { code, figures } of findings) {
        expect(Object.keys(VALIDATION_CODES)).toContain(code);
        expect(figures).toContain(id);
      }
    }),
  );
});
