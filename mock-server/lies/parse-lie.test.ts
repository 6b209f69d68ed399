import { expect, test } from 'vitest';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { liesAskedFor, parseLie } from './parse-lie.ts';

test.each([
  ['lose:0.001', 'lose', { share: 0.001 }],
  ['alter:3', 'alter', { count: 3 }],
  ['swap:1', 'swap', { count: 1 }],
  ['cache:1.0', 'cache', { share: 1 }],
])('%s', (text, kind, amount) => {
  expect(parseLie(text)).toEqual({ kind, amount, text });
});

test.each([
  '',
  'lose',
  'lose:',
  'lose:0',
  'lose:0.0',
  'lose:1.5',
  'lose:-1',
  'lose:2e3',
  'lose:1:2',
  'lose:many',
])('"%s" is refused', (text) => {
  expect(() => parseLie(text)).toThrow(OperatorError);
});

test('a misspelt lie is told its name', () => {
  expect(() => parseLie('loose:3')).toThrow(/did you mean lose/);
});

test('nobody gets a lying server without saying so', () => {
  expect(() => liesAskedFor(['lose:1'], false)).toThrow(/only for whoever says so/);
  expect(liesAskedFor(['lose:1'], true)).toHaveLength(1);
  expect(liesAskedFor([], false)).toEqual([]);
});
