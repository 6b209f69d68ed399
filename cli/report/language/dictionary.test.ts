import { expect, test } from 'vitest';
import { samplePlan } from '../testing/sample-plan.ts';
import * as dictionary from './dictionary.ts';
import { formatMoment, zoneOf } from './moments.ts';
import { wordingFor } from './wording.ts';

const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('every entry says something in both languages and leaves the same blanks', () => {
  const { LANGS, ...tables } = dictionary;
  expect(LANGS).toEqual(['id', 'en']);
  for (const [name, table] of Object.entries(tables))
    for (const [key, { id, en }] of Object.entries(table)) {
      expect(id.trim(), `${name} ${key}`).not.toBe('');
      expect(en.trim(), `${name} ${key}`).not.toBe('');
      expect(blanks(en), `${name} ${key}`).toEqual(blanks(id));
    }
});

test('a sentence is filled in with numbers of its language, and what is filled in is not filled in again', () => {
  const wording = wordingFor('id', samplePlan());
  expect(wording.text('of', { part: 9087, whole: 9088 })).toBe('9.087 dari 9.088');
  expect(wording.text('of', { part: '{whole}', whole: 1 })).toBe('{whole} dari 1');
});

test('names that the dictionary does not know stay as they are', () => {
  const wording = wordingFor('id', null);
  expect(wording.name(dictionary.PHASES, 'warm-up')).toBe('warm-up');
  expect(wording.name(dictionary.PHASES, 'constructor')).toBe('constructor');
});

test('moments are told by the clock of the region', () => {
  expect(zoneOf(samplePlan())).toBe('WIB');
  expect(zoneOf(null)).toBe('WIB');
  expect(formatMoment('2024-10-12T17:05:00.000Z', 'WIB', 'id')).toBe('13 Oktober 2024 00.05 WIB');
  expect(formatMoment('2024-10-12T17:05:00+07:00', 'WITA', 'en')).toBe('12 October 2024 18:05 WITA');
  expect(formatMoment('not a date', 'WIB', 'id')).toBe('not a date');
  expect(formatMoment(null, 'WIB', 'id')).toBe('–');
});
