import { expect, test } from 'vitest';
import { wordingFor } from '../language/wording.ts';
import { sampleInput } from '../testing/sample-input.ts';
import { expectedOf, foundOf } from './criterion.ts';

const [criterion] = sampleInput().verdict.criteria;
if (criterion === undefined) throw new Error('the sample has no criteria');
const wording = wordingFor('en', null);

test('a value just past its limit does not read as if it met it', () => {
  const close = { ...criterion, operator: '>=', unit: 'share', expected: 0.999, found: 0.99896 };
  expect([expectedOf(close, wording), foundOf(close, wording)]).toEqual(['≥ 99.90000%', '99.89600%']);
});

test('what was not measured and what never ended are told apart', () => {
  expect(foundOf({ ...criterion, found: null, result: 'no-samples' }, wording)).toBe('none');
  expect(foundOf({ ...criterion, found: null, result: 'fail' }, wording)).toBe('it never came to an end');
});
