import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCopyLinks } from './copy-link.ts';

const SECRET = 'ab'.repeat(32);
const links = createCopyLinks(SECRET);
const place = fc.record({
  kode: fc.stringMatching(/^\d{13}$/),
  document: fc.integer({ min: 1, max: 99 }),
  decision: fc.integer({ min: 1, max: 99_999 }),
});

test('a link reads as what it was made of, by its own store alone', () => {
  fc.assert(
    fc.property(place, (of) => {
      const token = links.token(of);
      expect(token.length).toBeLessThanOrEqual(100);
      expect(links.read(token)).toEqual(of);
      expect(createCopyLinks('cd'.repeat(32)).read(token)).toBeNull();
    }),
  );
});

test('a link with any other letter is no link', () => {
  const letters = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_');
  fc.assert(
    fc.property(place, fc.nat(), letters, (of, at, letter) => {
      const token = links.token(of);
      const i = at % token.length;
      fc.pre(token[i] !== letter);
      const read = links.read(token.slice(0, i) + letter + token.slice(i + 1));
      // The last letter of base64url holds bits that no byte holds.
      if (i < token.length - 1) expect(read).toBeNull();
      else if (read !== null) expect(read).toEqual(of);
    }),
  );
});
