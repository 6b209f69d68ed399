import { describe, expect, it } from 'vitest';
import { syntheticPlan } from '../evidence/testing/synthetic-plan.ts';
import { namedAreas } from './named-areas.ts';

const { plan } = syntheticPlan(12, 20);
const [first, second] = plan.area.kecamatan;
if (first === undefined || second === undefined) throw new Error('the plan has two kecamatan');
first.name = 'Arut Selatan';
second.name = 'Arut Utara';
Object.assign(first.kelurahan[0] as object, { name: 'Baru' });
Object.assign(second.kelurahan[0] as object, { name: 'Baru' });

describe('areas by name', () => {
  it.each([['Arut Selatan'], ['arut selatan'], ['ARUT-SELATAN'], ['167101']])(
    '%s is the kecamatan 167101',
    (kecamatan) => {
      expect(namedAreas(plan, { kecamatan: [kecamatan] })).toEqual([
        { level: 'kecamatan', code: '167101', name: 'Arut Selatan' },
      ]);
    },
  );

  it('several, each once, of every level', () => {
    const names = { kecamatan: ['Arut Utara', '167102'], kelurahan: ['1671011001'], tps: ['1671011002001'] };
    expect(namedAreas(plan, names).map(({ level, code }) => [level, code])).toEqual([
      ['kecamatan', '167102'],
      ['kelurahan', '1671011001'],
      ['tps', '1671011002001'],
    ]);
  });

  it('none where none is named', () => {
    expect(namedAreas(plan, {})).toEqual([]);
  });

  it.each([
    [{ kecamatan: ['Arut Selatn'] }, /no kecamatan Arut Selatn; near are Arut Selatan \(167101/],
    [{ kecamatan: ['arut'] }, /near are Arut Selatan \(167101.*; Arut Utara \(167102/],
    [{ kelurahan: ['Baru'] }, /2 kelurahan named Baru: Baru \(1671011001, Arut Selatan\); Baru \(1671021001/],
    [{ kecamatan: ['Zzzzzzzzzzzzzzzz'] }, /no kecamatan Zzzzzzzzzzzzzzzz$/],
    [{ tps: ['001'] }, /no TPS 001/],
    [{ tps: ['9999999999001'] }, /no TPS 9999999999001/],
  ])('%j is refused', (names, message) => {
    expect(() => namedAreas(plan, names)).toThrow(
      expect.objectContaining({ code: 'USAGE', message: expect.stringMatching(message) }),
    );
  });
});
