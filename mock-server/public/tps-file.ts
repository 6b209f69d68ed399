import type { Administrasi, TpsResult } from '../contract/public.ts';
import type { Directory, Tps } from '../directory/types.ts';

/** Fields of the form (form/fields.ts) by their published names. */
export const ADMINISTRASI: Record<keyof Administrasi, string> = {
  suara_sah: 'sums.valid',
  suara_tidak_sah: 'sums.invalid',
  suara_total: 'sums.total',
  pemilih_dpt_l: 'voters.dpt.male',
  pemilih_dpt_p: 'voters.dpt.female',
  pemilih_dpt_j: 'voters.dpt.total',
  pengguna_dpt_l: 'voters.usersDpt.male',
  pengguna_dpt_p: 'voters.usersDpt.female',
  pengguna_dpt_j: 'voters.usersDpt.total',
  pengguna_dptb_l: 'voters.usersDptb.male',
  pengguna_dptb_p: 'voters.usersDptb.female',
  pengguna_dptb_j: 'voters.usersDptb.total',
  pengguna_non_dpt_l: 'voters.usersDpk.male',
  pengguna_non_dpt_p: 'voters.usersDpk.female',
  pengguna_non_dpt_j: 'voters.usersDpk.total',
  pengguna_total_l: 'voters.users.male',
  pengguna_total_p: 'voters.users.female',
  pengguna_total_j: 'voters.users.total',
};

/**
 * The result of one TPS; nulls until it is in.
 * @param isIn whether it is in the results
 * @param figure of its C.Hasil as published
 */
export function tpsFile(
  tps: Tps,
  election: number,
  isIn: boolean,
  { elections, documentProfile }: Pick<Directory, 'elections' | 'documentProfile'>,
  figure: (field: string) => number | null,
  ts: string,
): TpsResult {
  const { pairs = [], slug } = elections[election] ?? {};
  const sheets = documentProfile.filter((each) => each.form === 'c-hasil' && each.election === slug);
  const pages = tps.pages.filter(({ type }) => sheets.some((each) => each.type === type));
  return {
    mode: 'hhcw',
    tungsura: {
      chart: isIn ? Object.fromEntries(pairs.map(({ id }, p) => [id, figure(`votes.${p + 1}`)])) : null,
      administrasi: isIn
        ? (Object.fromEntries(
            Object.entries(ADMINISTRASI).map(([name, field]) => [name, figure(field)]),
          ) as Administrasi)
        : null,
    },
    psu: 'Reguler',
    status_suara: isIn,
    status_adm: isIn,
    images: pages.map(() => null),
    ts,
  };
}
