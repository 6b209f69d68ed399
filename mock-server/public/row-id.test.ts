import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowId } from './row-id.ts';

test('the one real id that is known', () => {
  expect(rowId('1671')).toBe(191_226);
});

test('no two codes share an id, and each is a whole number in every JSON reader', () => {
  const code = fc.bigInt({ min: 11n, max: 9_999_999_999_999n }).map(String);
  fc.assert(
    fc.property(fc.uniqueArray(code, { minLength: 2, maxLength: 50 }), (codes) => {
      const ids = codes.map(rowId);
      expect(new Set(ids).size).toBe(codes.length);
      for (const id of ids) expect(Number.isSafeInteger(id) && id >= 0).toBe(true);
    }),
  );
});
