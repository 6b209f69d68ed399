import { describe, expect, it } from 'vitest';
import { WAYS } from '../../fixtures/plan/types.ts';
import { longestSessionSecond, statusOffsetSecond, uploadOffsetSecond } from './session-schedule.ts';

const workload = { documentSpacingSecond: 150, batchSpacingSecond: 10 };

describe('when a session uploads', () => {
  it('online: sheet after sheet, as it is photographed', () => {
    expect([0, 1, 5].map((k) => uploadOffsetSecond(workload, 'online', k))).toEqual([0, 150, 750]);
    expect(statusOffsetSecond(workload, 'online', 6)).toBe(900);
  });

  it.each(WAYS.filter((way) => way !== 'online'))('%s: in one batch', (way) => {
    expect([0, 1, 5].map((k) => uploadOffsetSecond(workload, way, k))).toEqual([0, 10, 50]);
    expect(statusOffsetSecond(workload, way, 6)).toBe(60);
  });

  it('no session is planned to last longer than the longest', () => {
    for (const spacings of [workload, { documentSpacingSecond: 1, batchSpacingSecond: 7 }]) {
      const ends = WAYS.map((way) => statusOffsetSecond(spacings, way, 4));
      expect(longestSessionSecond(spacings, 4)).toBe(Math.max(...ends));
    }
  });
});
