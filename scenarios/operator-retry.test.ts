import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffSecond, isWorthRetrying, longestBackoffSecond } from './operator-retry.ts';

const operator = { attempts: 6, firstBackoffSecond: 30, backoffFactor: 2, requestTimeoutSecond: 30 };

describe('an operator who tries again', () => {
  it('waits twice as long each time, within a quarter to both sides', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 5 }), (salt, attempt) => {
        const base = 30 * 2 ** (attempt - 1);
        const wait = backoffSecond(operator, attempt, salt);
        expect(wait).toBeGreaterThanOrEqual(base * 0.75);
        expect(wait).toBeLessThan(base * 1.25);
      }),
    );
  });

  it('does not come back together with a neighbour', () => {
    const waits = Array.from({ length: 100 }, (_, session) => backoffSecond(operator, 1, session));
    expect(new Set(waits.map((wait) => wait.toFixed(3))).size).toBeGreaterThan(95);
    const mean = waits.reduce((a, b) => a + b) / waits.length;
    expect(mean).toBeGreaterThan(27);
    expect(mean).toBeLessThan(33);
  });

  it('waits no longer in all than the longest backoff says', () => {
    fc.assert(
      fc.property(fc.nat(), (salt) => {
        let sum = 0;
        for (let attempt = 1; attempt < operator.attempts; attempt++)
          sum += backoffSecond(operator, attempt, salt);
        expect(sum).toBeLessThanOrEqual(longestBackoffSecond(operator));
      }),
    );
    expect(longestBackoffSecond(operator)).toBe(31 * 30 * 1.25);
  });

  it('does not repeat what was its own mistake', () => {
    expect(isWorthRetrying('http-4xx')).toBe(false);
    expect(isWorthRetrying('unauthorised')).toBe(false);
    for (const cause of ['connection', 'timeout', 'rate-limited', 'http-5xx', 'bad-answer'] as const) {
      expect(isWorthRetrying(cause)).toBe(true);
    }
  });
});
