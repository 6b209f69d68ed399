import { describe, expect, it } from 'vitest';
import { arrivalSeconds } from '../../fixtures/arrival/schedule.ts';
import { phasesOf } from './index.ts';
import { loadOf } from './load.ts';
import { inPart, loadOfPart } from './part.ts';
import { palembangLoad } from './testing/palembang-load.ts';

const whole = loadOf(palembangLoad());

it.each([
  [null, '1671011001001', true],
  [['167101'], '1671011001001', true],
  [['167102', '1671011001'], '1671011001001', true],
  [['1671011001001'], '1671011001001', true],
  [['1671011001001'], '1671011001002', false],
  [['167102'], '1671011001001', false],
  // Who is in charge of more than the part is none of it.
  [['167101'], '1671', false],
] as const)('in %j is %s: %s', (codes, code, expected) => {
  expect(inPart(codes, code)).toBe(expected);
});

describe('the load of a part', () => {
  const arrivals = [300, 4000, 4001, 20_000].map((arrivalSecond, i) => ({
    kode: `167101100100${i}`,
    arrivalSecond,
  }));
  const part = loadOfPart(whole, arrivals, 9);

  it('is its own TPS, each when the plan has it arrive, and its own accounts', () => {
    const [login, upload] = phasesOf({ workload: 'round-1', flow: 'kpps', readers: false }, part);
    expect(login).toMatchObject({ count: 9, durationSecond: 3600 });
    expect(upload).toMatchObject({ count: 4, durationSecond: 39_600 });
    const seconds = [...arrivalSeconds(upload?.knots ?? [], 4)];
    for (const [i, { arrivalSecond }] of arrivals.entries()) {
      expect(seconds[i]).toBeLessThanOrEqual(arrivalSecond + 1e-6);
      expect(seconds[i]).toBeGreaterThan(arrivalSecond * 0.97);
    }
  });

  it('has the plan’s rates by its share of the TPS', () => {
    const share = 4 / 2272;
    expect(part.rates.mean).toBeCloseTo(whole.rates.mean * share, 12);
    expect(part.rates.peak).toBeCloseTo(whole.rates.peak * share, 12);
    expect(part.voters).toBe(Math.round(1_241_196 * share));
  });
});
