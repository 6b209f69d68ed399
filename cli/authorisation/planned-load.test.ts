import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalSecond, constantRate } from '../../fixtures/arrival/schedule.ts';
import { admitTarget } from './admit-target.ts';
import { type AskingPhase, plannedLoad, refuseTooMuch } from './planned-load.ts';
import { sampleAuthorisation, surroundings } from './testing/sample-authorisation.ts';

const phase = (startSecond: number, durationSecond: number, count: number): AskingPhase => ({
  startSecond,
  durationSecond,
  count,
  knots: constantRate(count, durationSecond),
});

describe('what a plan asks for at most', () => {
  it('is the busiest phase, in real time', () => {
    const login = phase(0, 3600, 3600);
    const upload = phase(3600, 7200, 3600);
    const of = (speed: number) =>
      plannedLoad(
        [login, upload],
        (p) => (p === upload ? 7 : 1),
        () => 0,
        speed,
        4831,
      );
    expect(of(1).requestsPerSecond).toBeCloseTo(3.5, 2);
    expect(of(400).requestsPerSecond).toBeCloseTo(1400, 0);
    expect(of(1).accounts).toBe(4831);
  });

  it('adds up phases that are under way together, sessions that go on included', () => {
    const retest = phase(0, 1000, 1000);
    const login = phase(1000, 1000, 500);
    const of = (tail: number) =>
      plannedLoad(
        [retest, login],
        (p) => (p === retest ? 7 : 1),
        (p) => (p === retest ? tail : 0),
        1,
        1e6,
      );
    expect(of(0).requestsPerSecond).toBeCloseTo(7, 1);
    expect(of(600).requestsPerSecond).toBeCloseTo(7.5, 1);
    expect(of(0).accounts).toBe(1500);
  });

  it('is never less than what any two seconds of the plan hold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 20, max: 2000 }),
        fc.integer({ min: 1, max: 200 }),
        (count, duration, spacing) => {
          const sessions = phase(0, duration, count);
          const offsets = [0, 0, 0, spacing, 2 * spacing];
          const { requestsPerSecond } = plannedLoad(
            [sessions],
            () => offsets.length,
            () => 2 * spacing,
            1,
            1e6,
          );
          const bySecond = new Map<number, number>();
          for (let i = 0; i < count; i++)
            for (const offset of offsets) {
              const second = Math.floor(arrivalSecond(sessions.knots, i) + offset);
              bySecond.set(second, (bySecond.get(second) ?? 0) + 1);
            }
          // Arrivals are whole: any stretch may hold one session more than its area.
          const slack = offsets.length;
          for (const [second, sent] of bySecond)
            expect((sent + (bySecond.get(second + 1) ?? 0) - slack * 2) / 2).toBeLessThanOrEqual(
              requestsPerSecond,
            );
        },
      ),
    );
  });
});

describe('more than is permitted', () => {
  const permitted = async () => {
    const around = surroundings({ 'uji.sirekap.test': ['203.0.113.5'] });
    const { permission } = await admitTarget(
      'https://uji.sirekap.test',
      sampleAuthorisation(),
      'load',
      around,
    );
    if (permission === null) throw new Error('no permission');
    return permission;
  };

  it('is refused with the speed at which it would not be', async () => {
    const permission = await permitted();
    expect(() => refuseTooMuch(permission, { requestsPerSecond: 250.4, accounts: 1 }, 400)).toThrow(
      expect.objectContaining({
        code: 'TARGET_NOT_AUTHORISED',
        message: expect.stringMatching(
          /speed 400 .* up to 251 requests a second, .* permits 100; nothing was sent/,
        ),
        remedy: expect.stringContaining('--speed 159.74'),
      }),
    );
    expect(() => refuseTooMuch(permission, { requestsPerSecond: 1, accounts: 4832 }, 400)).toThrow(
      /uses 4832 accounts, .* permits 4831/,
    );
    expect(() => refuseTooMuch(permission, { requestsPerSecond: 100, accounts: 4831 }, 400)).not.toThrow();
  });
});
