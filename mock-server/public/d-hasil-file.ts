import type { Election } from '../../fixtures/plan/types.ts';
import type { Administrasi } from '../contract/public.ts';
import type { DHasilKabkota, DHasilKecamatan } from '../contract/public-d-hasil.ts';
import type { Directory } from '../directory/types.ts';
import type { ElectionForm } from '../pleno/election-forms.ts';
import type { PublishedPleno } from '../pleno/pleno.ts';
import type { Area } from './areas.ts';
import { publicationText } from './publication-clock.ts';
import { ADMINISTRASI } from './tps-file.ts';

/** What the plenos have published, by code of the kecamatan, as of one publication. */
export type PublishedResults = ReadonlyMap<string, PublishedPleno>;

/** What one election's file needs beside its area. */
interface FileContext {
  election: Election;
  form: ElectionForm;
  published: PublishedResults;
  /** Time of publication. */
  ts: string;
}

/** D.Hasil of one kecamatan, TPS by TPS. */
export function kecamatanDHasil(
  area: Area,
  { election, form, published, ts }: FileContext,
  { tpsBelow }: Pick<Directory, 'tpsBelow'>,
): DHasilKecamatan {
  const result = published.get(area.code);
  const forms = result?.forms[form.election];
  const tps = tpsBelow(area.code, undefined, Number.POSITIVE_INFINITY);
  const rows = tps.flatMap(({ kode }, row) => {
    const figures = forms && forms.revision(row) > 0 ? forms.figuresOf(row) : null;
    return figures ? [[kode, votes(election, form, figures)] as const] : [];
  });
  return {
    mode: 'dhasil',
    kode: area.code,
    nama: area.name,
    status: result !== undefined,
    finalisasi: result ? publicationText(result.finalisedAt) : null,
    dokumen: result?.document ?? null,
    tungsura: {
      chart: forms ? votes(election, form, forms.sums) : null,
      administrasi: forms ? administrasi(form, forms.sums) : null,
      table: Object.fromEntries(rows),
    },
    progres: { total: tps.filter(form.isHeldAt).length, progres: rows.length },
    ts,
  };
}

/** Sums of D.Hasil over the kecamatan of a kab/kota that have published. */
export function kabkotaDHasil(area: Area, { election, form, published, ts }: FileContext): DHasilKabkota {
  const rows = area.below.map(({ code }) => ({ code, result: published.get(code) }));
  const sums = form.fields.map((_, place) =>
    rows.reduce((sum, { result }) => sum + (result?.forms[form.election]?.sums[place] ?? 0), 0),
  );
  const progres = rows.filter(({ result }) => result !== undefined).length;
  return {
    mode: 'dhasil',
    kode: area.code,
    nama: area.name,
    status: progres === rows.length,
    tungsura: {
      chart: votes(election, form, sums),
      administrasi: administrasi(form, sums),
      table: Object.fromEntries(
        rows.map(({ code, result }) => [
          code,
          {
            status: result !== undefined,
            finalisasi: result ? publicationText(result.finalisedAt) : null,
            sha256: result?.document.sha256 ?? null,
            ...votes(election, form, result?.forms[form.election]?.sums ?? []),
          },
        ]),
      ),
    },
    progres: { total: rows.length, progres },
    ts,
  };
}

function votes(
  { pairs }: Election,
  { places }: ElectionForm,
  figures: readonly number[],
): Record<string, number> {
  return Object.fromEntries(pairs.map(({ id }, p) => [id, figures[places.get(`votes.${p + 1}`) ?? -1] ?? 0]));
}

function administrasi({ places }: ElectionForm, figures: readonly number[]): Administrasi {
  return Object.fromEntries(
    Object.entries(ADMINISTRASI).map(([name, field]) => [name, figures[places.get(field) ?? -1] ?? 0]),
  ) as Administrasi;
}
