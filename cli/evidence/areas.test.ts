import { describe, expect, it } from 'vitest';
import { AreaCounts } from './areas.ts';
import { syntheticPlan } from './testing/synthetic-plan.ts';
import type { TpsEntry } from './tps-table.ts';

const { plan } = syntheticPlan(4, 4);

function counted(...places: [kecamatan: string, kelurahan: string][]): AreaCounts {
  const counts = new AreaCounts(plan);
  for (const [kecamatan, kelurahan] of places) {
    const tps = { kecamatan, kelurahan } as TpsEntry;
    counts.addUpload(tps, true);
    counts.addTps(tps, true);
  }
  return counts;
}

function total(all: number): Parameters<AreaCounts['levelsAgree']>[0] {
  return { tps: { planned: all, complete: all }, uploads: { planned: all, stored: all } };
}

describe('the sums at each level', () => {
  it('agree when every TPS lies where the plan says', () => {
    const counts = counted(['167101', '1671011001'], ['167102', '1671021002']);
    expect(counts.levelsAgree(total(2))).toBe(true);
    expect(counts.areas()).toMatchObject({
      region: { uploads: { planned: 2, stored: 2 } },
      kecamatan: [{ tps: { planned: 1 } }, { tps: { complete: 1 } }],
      kelurahan: [{ tps: { planned: 1 } }, {}, {}, { tps: { planned: 1 } }],
    });
  });

  it.each([
    ['planned TPS', { ...total(1), tps: { planned: 2, complete: 1 } }],
    ['complete TPS', { ...total(1), tps: { planned: 1, complete: 0 } }],
    ['planned uploads', { ...total(1), uploads: { planned: 2, stored: 1 } }],
    ['stored uploads', { ...total(1), uploads: { planned: 1, stored: 0 } }],
  ])('disagree with other %s counted over all', (_, counts) => {
    expect(counted(['167101', '1671011001']).levelsAgree(counts)).toBe(false);
  });

  it.each<[string, string, string]>([
    ['a kelurahan of another kecamatan', '167102', '1671011001'],
    ['an area the plan does not list', '167199', '1671991001'],
    ['a kelurahan the plan does not list', '167101', '1671011999'],
    ['a kecamatan the plan does not list', '167199', '1671011001'],
  ])('disagree when a TPS lies in %s', (_, kecamatan, kelurahan) => {
    expect(counted([kecamatan, kelurahan]).levelsAgree(total(1))).toBe(false);
  });
});
