import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrivalSecond,
  arrivalSeconds,
  constantRate,
  totalArrivals,
} from '../../fixtures/arrival/schedule.ts';
import { ARRIVAL_TIME_UNIT_SECOND } from '../../fixtures/plan/types.ts';
import { FLOW_NAMES, type FlowName, flowShape } from '../flows/catalog.ts';
import { phasesOf } from './index.ts';
import { loadOf, type PlannedLoad } from './load.ts';
import { type Phase, WORKLOAD_NAMES, type WorkloadName } from './phase.ts';
import { mostSessions } from './rates.ts';
import { WorkloadRefused } from './refused.ts';
import { palembangLoad } from './testing/palembang-load.ts';

const plan = palembangLoad();
/** Palembang's, with 214 PPS operators of ten or eleven TPS each; when each arrives is of no account here. */
const load: PlannedLoad = {
  ...loadOf(plan, { kecamatan: 18, operators: 2, mostForms: 400 }),
  pps: {
    tpsOf: Array.from({ length: 214 }, (_, i) => (i < 132 ? 11 : 10)),
    most: 11,
    longestSecond: { asTheyArrive: 30_000, atOnce: 9600 },
    arrivals: { durationSecond: 39_600, knots: constantRate(214, 39_600) },
  },
};

function phases(
  workload: WorkloadName,
  flow: FlowName = 'kpps',
  of: PlannedLoad = load,
  retest = 0,
): Phase[] {
  return phasesOf({ workload, flow, readers: false }, of, { tps: retest, logins: 0 });
}

/** Arrivals a plan second at the highest knot. */
function peak({ knots }: Phase): number {
  return Math.max(...knots.map(({ rate }) => rate)) / ARRIVAL_TIME_UNIT_SECOND;
}

describe('the rounds', () => {
  it('round 1: the login storm within the hour, then every TPS once', () => {
    const [login, upload, ...more] = phases('round-1');
    expect(more).toEqual([]);
    expect(login).toMatchObject({
      name: 'login',
      kind: 'login',
      startSecond: 0,
      durationSecond: 3600,
      count: 4831,
    });
    expect(upload).toMatchObject({ name: 'upload', takes: ['round-1'], startSecond: 3600, count: 2272 });
    expect(upload?.knots).toBe(plan.workload.arrivals.knots);
  });

  it('round 2: first what failed, then the same as round 1 with bytes of its own', () => {
    const [retest, login, upload] = phases('round-2', 'kpps', load, 37);
    expect(retest).toMatchObject({
      name: 'retest',
      takes: ['retest'],
      startSecond: 0,
      durationSecond: 1800,
      count: 37,
    });
    expect(login).toMatchObject({ startSecond: 1800 });
    expect(upload).toMatchObject({ takes: ['round-2'], startSecond: 5400, count: 2272 });
  });

  it('round 2 ends with the pleno of every kecamatan where the target has it, and round 1 never does', () => {
    const choice = { flow: 'kpps', readers: false, pleno: true } as const;
    const [, upload, pleno, ...more] = phasesOf({ ...choice, workload: 'round-2' }, load);
    expect(more).toEqual([]);
    expect(pleno).toMatchObject({ name: 'pleno', kind: 'pleno', count: 18, durationSecond: 1080 });
    expect(pleno?.plenary).toEqual({ hands: 1, operators: 2, mostForms: 400 });
    const uploadsEnd = (upload?.startSecond ?? 0) + (upload?.durationSecond ?? 0);
    expect(pleno?.startSecond).toBe(uploadsEnd + 600);
    expect(phasesOf({ ...choice, workload: 'round-1' }, load).map(({ name }) => name)).toEqual([
      'login',
      'upload',
    ]);
    const none = { ...load, plenary: { kecamatan: 0, operators: 0, mostForms: 0 } };
    expect(phasesOf({ ...choice, workload: 'round-2' }, none)).toHaveLength(2);
    expect(() => phases('smoke', 'ppk', none)).toThrow(/no kecamatan is asked as a whole/);
  });

  it('round 2: logins that failed come first, at the rate of the storm, and are over before TPS are tested again', () => {
    const again = phasesOf({ workload: 'round-2', flow: 'kpps', readers: false }, load, {
      tps: 37,
      logins: 48,
    });
    const [relogin, retest, login] = again;
    expect(relogin).toMatchObject({ name: 'relogin', kind: 'login', startSecond: 0, count: 48 });
    const storm = phases('round-1')[0] as Phase;
    expect(peak(relogin as Phase) / peak(storm)).toBeCloseTo(1, 1);
    expect(relogin?.durationSecond).toBeCloseTo((3600 * 48) / 4831, 6);
    expect(retest).toMatchObject({ name: 'retest', startSecond: relogin?.durationSecond });
    expect(retest).toMatchObject({ durationSecond: 1800, count: 37 });
    expect(login?.startSecond).toBe((relogin?.durationSecond ?? 0) + 1800);
    const alone = phasesOf({ workload: 'round-2', flow: 'kpps', readers: false }, load, {
      tps: 0,
      logins: 4831,
    });
    expect(alone.map(({ name, startSecond }) => [name, startSecond])).toEqual([
      ['relogin', 0],
      ['login', 3600],
      ['upload', 7200],
    ]);
  });

  it('round 2 of a round 1 in which nothing failed has nothing to test again', () => {
    expect(phases('round-2').map(({ name }) => name)).toEqual(['login', 'upload']);
  });

  it('readers go beside the uploads on the curve of the TPS and leave these as they are', () => {
    const alone = phases('round-1');
    const [login, upload, read] = phasesOf({ workload: 'round-1', flow: 'kpps', readers: true }, load);
    expect([login, upload]).toEqual(alone);
    expect(read).toMatchObject({ name: 'read', kind: 'reader', startSecond: 3600, count: 1242 });
    expect(Math.floor(totalArrivals(read?.knots ?? []))).toBe(1242);
  });

  it.each(['login', 'readers'] as const)('refuse the flow %s, which is not for TPS', (flow) => {
    expect(() => phases('round-1', flow)).toThrow(WorkloadRefused);
  });

  it('named workloads refuse readers beside', () => {
    expect(() => phasesOf({ workload: 'stress', flow: 'kpps', readers: true }, load)).toThrow(/with a round/);
  });
});

describe('flows of a TPS', () => {
  it('a double tap sends each upload twice, in the same sessions', () => {
    const [, upload] = phases('round-1', 'kpps-double-tap');
    expect(upload).toMatchObject({ taps: 2, takes: ['round-1'], count: 2272 });
  });

  it('two phones: the second follows half a sheet behind, and its uploads are the first one’s', () => {
    const [, upload, twin] = phases('round-1', 'kpps-two-phones');
    expect(twin).toEqual({ ...upload, name: 'twin', repeats: 'upload', startSecond: 3600 + 75 });
  });

  it.each([
    ['round-1', ['round-2', 'round-1']],
    ['round-2', ['round-1', 'round-2']],
  ] as const)('%s with retakes sends each page in two takes, the round’s own last', (workload, takes) => {
    expect(phases(workload, 'kpps-retake').at(-1)?.takes).toEqual(takes);
  });

  it('what is tested again is uploaded plainly and under keys that no other phase has', () => {
    const [retest, , upload] = phases('round-2', 'kpps-retake', load, 5);
    expect(retest).toMatchObject({ takes: ['retest'], taps: 1 });
    expect(upload?.takes).not.toContain('retest');
  });
});

describe('the flow of the PPS', () => {
  it('in a round: as many sessions as operators have TPS, from the arrival of their first', () => {
    const [login, upload] = phases('round-1', 'pps');
    expect(login).toMatchObject({ count: 4831 });
    expect(upload).toMatchObject({ ...load.pps?.arrivals, count: 214, takes: ['round-1'] });
    expect(upload?.helping).toEqual({ tps: 2272, most: 11, asTheyArrive: true, longestSecond: 30_000 });
  });

  it('with a named workload as many TPS come in a second as would by themselves', () => {
    const [upload] = phases('stress', 'pps');
    const [alone] = phases('stress', 'kpps');
    // But for the part of a session that is rounded away.
    const share = (peak(upload as Phase) * 2272) / 214 / peak(alone as Phase);
    expect(Math.abs(share - 1)).toBeLessThan(1 / (upload?.count ?? 0));
    expect(upload?.helping?.tps).toBe((upload?.count ?? 0) * 11);
  });

  it('round 2 tests again plainly, TPS by TPS', () => {
    expect(phases('round-2', 'pps', load, 3)[0]).toMatchObject({ name: 'retest', count: 3, helping: null });
  });
});

describe('named workloads, by the plan’s own rates', () => {
  const all = fc.constantFrom(...WORKLOAD_NAMES.filter((name) => !name.startsWith('round')));

  it('average load: the mean rate of the TPS online, up in 5 minutes, for 30, down in 5', () => {
    const [upload] = phases('average-load');
    // 2272 TPS in 39 600 s; 2100 s of it at the full rate or the like.
    expect(upload).toMatchObject({ count: 120, durationSecond: 2400 });
    expect(peak(upload as Phase)).toBeCloseTo(2272 / 39_600, 3);
  });

  it('stress: half as much again as the plan’s highest rate', () => {
    const [upload] = phases('stress');
    expect(peak(upload as Phase) / (114_760 / ARRIVAL_TIME_UNIT_SECOND)).toBeCloseTo(1.5, 2);
    expect(upload?.durationSecond).toBe(2700);
  });

  it('spike: five times the highest rate within two minutes, gone in one, no plateau', () => {
    const [upload] = phases('spike');
    expect(peak(upload as Phase) / (114_760 / ARRIVAL_TIME_UNIT_SECOND)).toBeCloseTo(5, 1);
    expect(upload?.knots.map(({ second }) => second)).toEqual([0, 120, 180]);
  });

  it('soak: the mean rate for eight hours', () => {
    const [upload] = phases('soak');
    expect(upload?.durationSecond).toBe(300 + 8 * 3600 + 300);
    expect(upload?.count).toBe(Math.floor((2272 / 39_600) * (8 * 3600 + 300)));
  });

  it('breakpoint: one ramp that uses up all there is', () => {
    expect(phases('breakpoint')[0]).toMatchObject({ count: 2272, durationSecond: 1800 });
    expect(phases('breakpoint', 'login')[0]).toMatchObject({ name: 'login', count: 4831 });
    const [read] = phases('breakpoint', 'readers');
    expect(peak(read as Phase) / peak(phases('stress', 'readers')[0] as Phase)).toBeCloseTo(20 / 1.5, 1);
  });

  it('a plateau ends when the TPS are used up; the rate is kept', () => {
    const few = { ...load, tps: 200, rates: { mean: 200 / 39_600, peak: 200 / 2000 } };
    const [upload] = phases('stress', 'kpps', few);
    expect(upload?.count).toBe(200);
    expect(upload?.durationSecond).toBeLessThan(2700);
    expect(peak(upload as Phase)).toBeCloseTo(0.15, 3);
  });

  it('what not even the ramps of can be played is refused, with what would do', () => {
    const steep = { ...load, tps: 20, rates: { mean: 0.01, peak: 1 } };
    expect(() => phases('stress', 'kpps', steep)).toThrow(/would need 675 sessions/);
    const tiny = { ...load, tps: 2, rates: { mean: 0.00001, peak: 0.00002 } };
    expect(() => phases('average-load', 'kpps', tiny)).toThrow(WorkloadRefused);
  });

  it('every flow with every one of them yields exactly its sessions, within its time and no more than there are', () => {
    fc.assert(
      fc.property(
        all,
        fc.constantFrom(...FLOW_NAMES),
        fc.integer({ min: 300, max: 5000 }),
        (workload, flow, tps) => {
          const share = tps / load.tps;
          const rates = { mean: load.rates.mean * share, peak: load.rates.peak * share };
          const of = { ...load, tps, accounts: 2 * tps, voters: 500 * tps, rates };
          const { population } = flowShape(flow);
          for (const phase of phases(workload, flow, of)) {
            expect(phase.count).toBeGreaterThan(0);
            expect(Math.floor(totalArrivals(phase.knots))).toBe(phase.count);
            expect(arrivalSeconds(phase.knots, phase.count).at(-1)).toBeLessThanOrEqual(phase.durationSecond);
            const bound = phase.kind === 'login' ? 'accounts' : population;
            expect(phase.count).toBeLessThanOrEqual(mostSessions(of, bound));
          }
        },
      ),
    );
  });
});

describe('smoke', () => {
  it('asks a small part and never more than the plan has', () => {
    const tiny = { ...load, tps: 3, accounts: 5 };
    expect(phases('smoke', 'kpps', tiny).map(({ count }) => count)).toEqual([5, 3]);
  });

  it.each(FLOW_NAMES)('%s ends within a minute at its default speed', (flow) => {
    const ends = phases('smoke', flow).map((phase) => phase.startSecond + phase.durationSecond);
    expect(Math.max(...ends) / 60).toBeLessThan(60);
  });
});

it.each([1, 7, 37, 4831, 435_296])(
  'constant phases yield exactly their count of %i, all within their time',
  (count) => {
    const [retest] = phases('round-2', 'kpps', load, count);
    const knots = retest?.knots ?? [];
    expect(Math.floor(totalArrivals(knots))).toBe(count);
    expect(arrivalSecond(knots, count - 1)).toBeLessThanOrEqual(1800);
    expect(() => arrivalSecond(knots, count)).toThrow(RangeError);
  },
);
