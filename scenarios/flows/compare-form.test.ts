import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formFields } from '../../fixtures/form/fields.ts';
import { differences } from './compare-form.ts';

const IDS = formFields(3).map(({ id }) => id);
const figure = fc.option(fc.integer({ min: 0, max: 999 }));
const figures = fc.array(figure, { minLength: IDS.length, maxLength: IDS.length });
const named = (values: readonly (number | null)[]) =>
  Object.fromEntries(IDS.map((id, place) => [id, values[place] ?? null]));

it('what was read, with the differences in place of it, is what stands on the paper; and nothing else is changed', () => {
  fc.assert(
    fc.property(figures, figures, (paper, machine) => {
      const read = named(machine);
      const changed = differences({ pairs: 3, figures: paper }, read);
      expect({ ...read, ...changed }).toEqual(named(paper));
      for (const [id, value] of Object.entries(changed)) expect(value).not.toBe(read[id]);
    }),
  );
});

it('types a page that could not be read, and leaves blank what is blank on paper', () => {
  const paper = IDS.map((_, place) => (place === 0 ? null : place));
  expect(differences({ pairs: 3, figures: paper }, {})).toEqual(
    Object.fromEntries(IDS.slice(1).map((id, i) => [id, i + 1])),
  );
});
