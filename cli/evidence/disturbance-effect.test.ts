import { describe, expect, it } from 'vitest';
import { effectOf, type Seen } from './disturbance-effect.ts';

const NOTHING: Seen = { attempts: 0, failedAttempts: 0, medianMs: null, medianOutsideMs: null };
const seen = (change: Partial<Seen>): Seen => ({ ...NOTHING, ...change });

describe('the effect of a disturbance', () => {
  it.each([
    ['outage', { attempts: 5, failedAttempts: 1 }, 'observed'],
    ['outage', { attempts: 5 }, 'absent'],
    ['outage', {}, 'unknown'],
    ['errors', { attempts: 50, failedAttempts: 1 }, 'observed'],
    // 0.7 to the 20th is less than one in a thousand, to the 10th it is not.
    ['errors', { attempts: 20 }, 'absent'],
    ['errors', { attempts: 10 }, 'unknown'],
    ['slow', { attempts: 9, medianMs: 440, medianOutsideMs: 30 }, 'observed'],
    ['slow', { attempts: 9, failedAttempts: 9, medianMs: 40, medianOutsideMs: 30 }, 'absent'],
    // A target that is slow by itself was not made slow.
    ['slow', { attempts: 9, medianMs: 5000, medianOutsideMs: 4900 }, 'absent'],
    ['slow', { attempts: 9, medianMs: 440 }, 'observed'],
    ['slow', { medianOutsideMs: 30 }, 'unknown'],
  ] as const)('%s with %o: %s', (type, change, effect) => {
    expect(effectOf({ type, delayMs: 400, share: 0.3 }, seen(change))).toBe(effect);
  });
});
