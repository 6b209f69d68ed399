import { describe, expect, it } from 'vitest';
import { errorClassOf } from './answer.ts';

describe('an answer in the journal’s terms', () => {
  it.each([
    [200, 0, null],
    [201, 0, null],
    [0, 1050, 'timeout'],
    [0, 1212, 'connection'],
    [0, 0, 'connection'],
    [200, 1000, 'connection'],
    [301, 0, 'http-4xx'],
    [404, 1404, 'http-4xx'],
    [401, 1401, 'unauthorised'],
    [403, 1403, 'unauthorised'],
    [429, 1429, 'rate-limited'],
    [500, 1500, 'http-5xx'],
    [503, 1503, 'http-5xx'],
  ] as const)('status %i with k6 error code %i is %s', (status, code, expected) => {
    expect(errorClassOf(status, code)).toBe(expected);
  });
});
