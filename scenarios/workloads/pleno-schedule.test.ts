import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLENO_OPERATIONS } from '../journal-line.ts';
import { longestPlenoSecond, openingSecond, plenoSecond, plenoSteps } from './pleno-schedule.ts';

const shapes = fc.record({ forms: fc.integer({ min: 1, max: 3000 }), offline: fc.boolean() });
const terms = fc.record({ hands: fc.constantFrom(1 as const, 2 as const), operators: fc.nat(2) });

describe('the hours of a plenary', () => {
  it('a form is looked at before it is saved, the next one after it, and the close after all of them', () => {
    fc.assert(
      fc.property(shapes, terms, (shape, given) => {
        const saves = plenoSteps('pleno-save', shape, given);
        let before = 0;
        for (let step = 0; step < saves; step++) {
          const look = plenoSecond('pleno-look', step, shape, given);
          const save = plenoSecond('pleno-save', step, shape, given);
          expect(look).toBeLessThan(save);
          expect(look).toBeGreaterThan(before);
          before = look;
        }
        const close = ['pleno-finalise', 'pleno-document', 'pleno-publish'] as const;
        let last = saves === 0 ? 0 : plenoSecond('pleno-save', saves - 1, shape, given);
        for (const operation of close) {
          const second = plenoSecond(operation, 0, shape, given);
          expect(second).toBeGreaterThan(last);
          last = second;
        }
      }),
    );
  });

  it('the second operator has looked before the first saves, and saves after that', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(999), (forms, form) => {
        const shape = { forms, offline: false };
        const step = 2 * (form % forms);
        const at = (operation: 'pleno-look' | 'pleno-save', hand: number) =>
          plenoSecond(operation, step + hand, shape, { hands: 2 });
        const times = [at('pleno-look', 0), at('pleno-look', 1), at('pleno-save', 0), at('pleno-save', 1)];
        expect(times.toSorted((a, b) => a - b)).toEqual(times);
        expect(new Set(times).size).toBe(4);
      }),
    );
  });

  it('a form a minute, and no more than six hours for all forms of a kecamatan', () => {
    const end = (forms: number) => plenoSecond('pleno-finalise', 0, { forms, offline: false }, { hands: 1 });
    expect(end(10) - end(9)).toBeCloseTo(60);
    expect(end(400) - end(0)).toBeCloseTo(21_600);
    expect(longestPlenoSecond({ hands: 2, operators: 2, mostForms: 1_000 })).toBeLessThan(6.2 * 3600);
  });

  it('an offline kecamatan brings its file in place of all that is done at the screen', () => {
    const shape = { forms: 40, offline: true };
    const steps = Object.fromEntries(
      PLENO_OPERATIONS.map((operation) => [
        operation,
        plenoSteps(operation, shape, { hands: 2, operators: 2 }),
      ]),
    );
    expect(steps).toEqual({
      'pleno-open': 0,
      'pleno-look': 0,
      'pleno-save': 0,
      'pleno-import': 1,
      'pleno-finalise': 1,
      'pleno-document': 1,
      'pleno-publish': 1,
    });
    expect(plenoSteps('login', shape, { hands: 1, operators: 2 })).toBe(1);
  });

  it('kecamatan open a minute apart, all of them within half an hour', () => {
    expect([1, 18, 30, 7285].map(openingSecond)).toEqual([60, 1080, 1800, 1800]);
  });
});
