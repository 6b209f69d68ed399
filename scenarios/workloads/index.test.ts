import { describe, expect, it } from 'vitest';
import { arrivalSecond, totalArrivals } from '../../fixtures/arrival/schedule.ts';
import { type PlannedLoad, phasesOf } from './index.ts';

const plan: PlannedLoad = {
  workload: {
    login: { durationSecond: 3600 },
    arrivals: {
      clockStart: '13:00 WIB',
      durationSecond: 39_600,
      knots: [
        { second: 0, rate: 0 },
        { second: 10_000, rate: 114_760 },
        { second: 39_600, rate: 0 },
      ],
      ways: [{ way: 'online', count: 2272, firstSecond: 0, lastSecond: 39_600 }],
      fit: { family: 'beta', alpha: 3, beta: 4, points: [] },
    },
    retest: { durationSecond: 1800 },
    documentSpacingSecond: 150,
    batchSpacingSecond: 10,
    operator: { attempts: 6, firstBackoffSecond: 30, backoffFactor: 2, requestTimeoutSecond: 30 },
    disturbances: [],
  },
  counts: {
    kecamatan: 18,
    kelurahan: 107,
    tps: 2272,
    voters: 1_241_196,
    documents: 9088,
    pages: 9088,
    accounts: 4831,
    accountsByRole: {
      kpps: 4544,
      'pps-operator': 214,
      'ppk-admin': 36,
      'ppk-operator': 36,
      'kabkota-admin': 1,
    },
    ways: { online: 2272, offline: 0, 'offline-online': 0, kecamatan: 0 },
    weakSignal: 0,
    specialTps: 0,
  },
};

describe('what a workload asks', () => {
  it('round 1: the login storm within the hour, then every TPS once', () => {
    const [login, upload, ...more] = phasesOf('round-1', plan);
    expect(more).toEqual([]);
    expect(login).toMatchObject({
      name: 'login',
      kind: 'login',
      startSecond: 0,
      durationSecond: 3600,
      count: 4831,
    });
    expect(upload).toMatchObject({ name: 'upload', take: 'round-1', startSecond: 3600, count: 2272 });
    expect(upload?.knots).toBe(plan.workload.arrivals.knots);
  });

  it('round 2: first what failed, then the same as round 1 with bytes of its own', () => {
    const [retest, login, upload] = phasesOf('round-2', plan, 37);
    expect(retest).toMatchObject({
      name: 'retest',
      take: 'retest',
      startSecond: 0,
      durationSecond: 1800,
      count: 37,
    });
    expect(login).toMatchObject({ startSecond: 1800 });
    expect(upload).toMatchObject({ take: 'round-2', startSecond: 5400, count: 2272 });
  });

  it('round 2 of a round 1 in which nothing failed has nothing to test again', () => {
    expect(phasesOf('round-2', plan).map(({ name }) => name)).toEqual(['login', 'upload']);
  });

  it('smoke asks a small part and never more than the plan has', () => {
    const tiny = { ...plan, counts: { ...plan.counts, tps: 3, accounts: 5 } };
    expect(phasesOf('smoke', tiny).map(({ count }) => count)).toEqual([5, 3]);
    const seconds = phasesOf('smoke', plan).reduce((sum, { durationSecond }) => sum + durationSecond, 0);
    expect(seconds / 432).toBeLessThan(10);
  });

  it.each([1, 7, 37, 4831, 435_296])(
    'constant phases yield exactly their count of %i, all within their time',
    (count) => {
      const [retest] = phasesOf('round-2', plan, count);
      const knots = retest?.knots ?? [];
      expect(Math.floor(totalArrivals(knots))).toBe(count);
      expect(arrivalSecond(knots, count - 1)).toBeLessThanOrEqual(1800);
      expect(() => arrivalSecond(knots, count)).toThrow(RangeError);
    },
  );
});
