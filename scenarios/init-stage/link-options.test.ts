import type { Options, RampingArrivalRateScenario } from 'k6/options';
import { describe, expect, it } from 'vitest';
import { LOGIN as login, UPLOAD as upload } from '../workloads/testing/palembang-phases.ts';
import { extraVus, withLinks } from './link-options.ts';

const ready = (preAllocatedVUs: number, maxVUs: number) =>
  ({ executor: 'ramping-arrival-rate', preAllocatedVUs, maxVUs }) as RampingArrivalRateScenario;
const options: Options = {
  scenarios: { login: ready(300, 4831), upload: ready(300, 2272) },
};
const slow = { sessions: 500, second: 30 };

describe('k6’s options over bad links', () => {
  it('are what they were without links', () => {
    expect(withLinks(options, null, [login, upload], 400)).toBe(options);
  });

  it('have a VU more for each session that a bad link keeps, and never more than sessions', () => {
    // 2,272 sessions in 39,600 s at 400 times the pace are 22.9 a second; 30 s each are more than the 500 there are.
    expect(extraVus(upload, slow, 400)).toBe(500);
    expect(extraVus(upload, { ...slow, second: 3 }, 400)).toBe(Math.ceil((2272 / 39_600) * 400 * 3));
    expect(extraVus(upload, slow, 1)).toBe(2);
    const twice = { ...upload, takes: ['round-1', 'retest'] as const, taps: 2 as const };
    expect(extraVus(twice, slow, 1)).toBe(Math.ceil((2272 / 39_600) * 30 * 4));
    const { scenarios } = withLinks(options, { slow }, [login, upload], 400);
    expect(scenarios).toMatchObject({
      login: { preAllocatedVUs: 300 },
      upload: { preAllocatedVUs: 800, maxVUs: 2272 },
    });
    const all = withLinks(options, { slow: { sessions: 9999, second: 999 } }, [upload], 400);
    expect(all.scenarios).toMatchObject({ upload: { preAllocatedVUs: 2272 } });
  });
});
