import type { Election, KecamatanSummary } from '../../fixtures/plan/types.ts';
import type { PaslonFile } from '../contract/public.ts';

/** Colours of the charts by number on the ballot (A: the real ones belong to each pair). */
const COLOURS = ['#1F77B4', '#FF7F0E', '#2CA02C', '#D62728', '#9467BD', '#8C564B'];

/** Digits of the code of the area that elects. */
const ELECTS = { pkwkp: 2, pkwkk: 4 } as const;

/** The pairs of one election, for every area of the plan that elects. Their names are invented. */
export function paslonFile(
  { code, pairs }: Election,
  kecamatan: readonly Pick<KecamatanSummary, 'code'>[],
): PaslonFile {
  const ofOne = Object.fromEntries(
    pairs.map(({ number, id }) => [
      id,
      {
        nama: `PASANGAN CALON NOMOR URUT ${number}`,
        nomor_urut: number,
        warna: COLOURS[(number - 1) % COLOURS.length] as string,
      },
    ]),
  );
  const electing = new Set(kecamatan.map((each) => each.code.slice(0, ELECTS[code])));
  return Object.fromEntries([...electing].map((area) => [area, ofOne]));
}
