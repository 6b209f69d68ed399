import type { RampingArrivalRateScenario } from 'k6/options';
import { describe, expect, it } from 'vitest';
import { palembangLoad } from '../workloads/testing/palembang-load.ts';
import { LOGIN as login, UPLOAD as upload } from '../workloads/testing/palembang-phases.ts';
import { optionsFor } from './options.ts';

const { workload } = palembangLoad();

function scenarios(speed: number): Record<string, RampingArrivalRateScenario> {
  return optionsFor([login, upload], workload, 4, speed, {}).scenarios as Record<
    string,
    RampingArrivalRateScenario
  >;
}

function seconds(duration: string): number {
  return duration.endsWith('ms') ? Number(duration.slice(0, -2)) / 1000 : Number(duration.slice(0, -1));
}

describe('k6’s options for a round', () => {
  it('start and last as the plan says, divided by the speed', () => {
    const { login: first, upload: second } = scenarios(400);
    expect(seconds(first?.startTime as string)).toBe(0);
    expect(seconds(second?.startTime as string)).toBeCloseTo(9, 6);
    expect(seconds(first?.stages[0]?.duration as string)).toBeCloseTo(9, 6);
    expect(seconds(first?.timeUnit as string)).toBeCloseTo(2500, 6);
  });

  it('end with time in which late starts may be caught up, and no arrivals', () => {
    for (const { stages } of Object.values(scenarios(400))) {
      expect(stages.slice(-2).map(({ target }) => target)).toEqual([0, 0]);
      expect(seconds(stages.at(-1)?.duration as string)).toBeGreaterThan(0);
    }
  });

  it('in real time hold a VU ready for every session that a target could keep hanging, within bounds', () => {
    const { login: storm, upload: evening } = scenarios(1);
    // 1.34 logins a second, each up to 1162 s of waits and six times 30 s: more than the bound.
    expect(storm?.preAllocatedVUs).toBeGreaterThanOrEqual(300);
    // 0.0574 sessions a second for 600 + 1162 + 180 s.
    expect(evening?.preAllocatedVUs).toBe(Math.ceil((2272.25 / 39_600) * (600 + 1162.5 + 180)) + 2);
  });

  it('never ask for more VUs than there are sessions', () => {
    for (const speed of [1, 60, 400, 10_000]) {
      for (const [name, { preAllocatedVUs, maxVUs }] of Object.entries(scenarios(speed))) {
        const { count } = name === 'login' ? login : upload;
        expect(maxVUs).toBe(count);
        expect(preAllocatedVUs).toBeLessThanOrEqual(count);
      }
    }
  });

  it('give sessions that have begun the time of every retry before they are cut off', () => {
    const { upload: evening } = scenarios(400);
    expect(seconds(evening?.gracefulStop as string)).toBeCloseTo(600 / 400 + 7 * (1162.5 / 400 + 180), 3);
  });
});
