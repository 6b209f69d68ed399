import { expect, it } from 'vitest';
import type { KecamatanSummary } from '../../fixtures/plan/types.ts';
import { plannedPlenary, plenaryKecamatan } from './planned-plenary.ts';
import { palembangLoad } from './testing/palembang-load.ts';

const kecamatan: KecamatanSummary[] = ['167101', '167102', '167103'].map((code, i) => ({
  code,
  name: code,
  kelurahan: [],
  tps: 10 * (i + 1),
  dpt: 0,
}));
const plan = {
  area: { code: '1671', name: 'Palembang', level: 'kota' as const, kecamatan },
  counts: { ...palembangLoad().counts, kecamatan: 3 },
  elections: ['gubernur', 'walikota'].map((slug) => ({ slug, code: 'pkwkk' as const, pairs: [] })),
};

it('every kecamatan holds a pleno, with two operators at most', () => {
  expect(plannedPlenary(plan, null)).toEqual({ kecamatan: 3, operators: 2, mostForms: 60 });
  const accounts = { ...plan.counts.accountsByRole, 'ppk-operator': 3 };
  const few = { ...plan, counts: { ...plan.counts, accountsByRole: accounts } };
  expect(plannedPlenary(few, null).operators).toBe(1);
});

it('of a part those hold one that are asked as a whole', () => {
  expect(plenaryKecamatan(plan, ['167102']).map(({ code }) => code)).toEqual(['167102']);
  expect(plannedPlenary(plan, ['167101', '1671021001'])).toMatchObject({ kecamatan: 1, mostForms: 20 });
  expect(plannedPlenary(plan, ['1671021001', '1671031001002']).kecamatan).toBe(0);
});

it('without an admin of its PPK no kecamatan holds one', () => {
  const accountsByRole = { ...plan.counts.accountsByRole, 'ppk-admin': 0 };
  expect(plannedPlenary({ ...plan, counts: { ...plan.counts, accountsByRole } }, null).kecamatan).toBe(0);
});
