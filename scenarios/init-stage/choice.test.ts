import { expect, it } from 'vitest';
import { readChoice } from './choice.ts';

it('is KPPS in the whole region where nothing is chosen', () => {
  expect(readChoice({})).toEqual({ flow: 'kpps', part: null, readers: false });
  expect(readChoice({ PART: '', READERS: '0' })).toEqual({ flow: 'kpps', part: null, readers: false });
});

it('takes what is chosen', () => {
  expect(readChoice({ FLOW: 'readers', PART: '167101,1671021001,1671021002003', READERS: '1' })).toEqual({
    flow: 'readers',
    part: ['167101', '1671021001', '1671021002003'],
    readers: true,
  });
});

it.each([
  [{ FLOW: 'pleno' }, /FLOW pleno is not known; known: kpps,/],
  [{ PART: 'Ilir' }, /PART Ilir is no code/],
  [{ PART: '1671' }, /PART 1671 is no code/],
  [{ READERS: 'yes' }, /READERS yes/],
])('refuses %j', (env, message) => {
  expect(() => readChoice(env)).toThrow(message);
});
