import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figure } from '../../../fixtures/plan/types.ts';
import { FIGURE_TOPICS } from '../language/names.ts';
import { figureTopics } from './figure-topics.ts';

const figure = fc.record({
  name: fc.oneof(
    fc.constantFrom(...Object.keys(FIGURE_TOPICS), 'tps', 'kelurahanSpread', 'photoBytes', 'constructor'),
    fc.string(),
  ),
  value: fc.integer(),
  unit: fc.constant(null),
  mark: fc.constantFrom<Figure['mark']>('S', 'V', 'D', 'A'),
  source: fc.constant('a source'),
});

test('every figure stands in exactly one topic, assumed ones first', () => {
  fc.assert(
    fc.property(fc.array(figure), (figures) => {
      const topics = figureTopics(figures);
      const shown = topics.flatMap((topic) => topic.figures);
      expect(new Set(shown)).toEqual(new Set(figures));
      expect(shown).toHaveLength(figures.length);
      for (const { topic, figures: found, assumed } of topics) {
        expect(Object.keys(FIGURE_TOPICS)).toContain(topic);
        expect(found.map(({ mark }) => mark === 'A').lastIndexOf(true) + 1).toBe(assumed);
        expect(found.filter(({ mark }) => mark === 'A')).toHaveLength(assumed);
      }
    }),
  );
});

test('figures go where their reader looks for them', () => {
  const of = (name: string): Figure => ({ name, value: 1, unit: null, mark: 'A', source: 's' });
  const names = ['kecamatan.630201.tps', 'mistakes.blurred', 'photoBytes.published', 'unheard.of'];
  expect(figureTopics(names.map(of)).map(({ topic }) => topic)).toEqual([
    'areas',
    'documents',
    'mistakes',
    'other',
  ]);
});
