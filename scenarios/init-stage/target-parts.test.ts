import { expect, it } from 'vitest';
import { requireParts } from './target-parts.ts';

it('a target without a part is refused by the phases that need it, and by no others', () => {
  expect(() => requireParts([], [{ kind: 'reader', taps: 1 }])).toThrow(/no publicRead/);
  expect(() => requireParts([], [{ kind: 'session', taps: 2 }])).toThrow(/no uploadTwice/);
  expect(() => requireParts([], [{ kind: 'session', taps: 1, offline: true }])).toThrow(/no offline/);
  expect(() => requireParts([], [{ kind: 'session', taps: 1, confirms: true }])).toThrow(/no confirm/);
  expect(() => requireParts([], [{ kind: 'pleno', taps: 1 }])).toThrow(/no pleno/);
  expect(() =>
    requireParts(
      [],
      [
        { kind: 'login', taps: 1 },
        { kind: 'session', taps: 1 },
      ],
    ),
  ).not.toThrow();
  expect(() =>
    requireParts(
      ['publicRead', 'uploadTwice'],
      [
        { kind: 'reader', taps: 1 },
        { kind: 'session', taps: 2 },
      ],
    ),
  ).not.toThrow();
});
