import { expect, it } from 'vitest';
import { requireParts } from './require-parts.ts';
import type { Target } from './target.ts';

const bare = {} as Target;

it('a target without a part is refused by the phases that need it, and by no others', () => {
  expect(() => requireParts(bare, [{ kind: 'reader', taps: 1 }])).toThrow(/no publicRead/);
  expect(() => requireParts(bare, [{ kind: 'session', taps: 2 }])).toThrow(/no uploadTwice/);
  expect(() =>
    requireParts(bare, [
      { kind: 'login', taps: 1 },
      { kind: 'session', taps: 1 },
    ]),
  ).not.toThrow();
  const whole = { publicRead() {}, uploadTwice() {} } as unknown as Target;
  expect(() =>
    requireParts(whole, [
      { kind: 'reader', taps: 1 },
      { kind: 'session', taps: 2 },
    ]),
  ).not.toThrow();
});
