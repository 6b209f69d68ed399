import type { Static } from 'typebox';
import type { AreaSums, SumsAnswer } from '../contract/sums.ts';
import type { Directory } from '../directory/types.ts';
import type { ElectionForm } from './election-forms.ts';
import { sumFindings } from './findings.ts';
import type { Pleno } from './pleno.ts';
import type { Plenos } from './plenos.ts';

/** Sums of one election over some TPS. */
interface Sums {
  due: number;
  saved: number;
  figures: number[];
}

/**
 * D.Hasil summed up: a kab/kota by its kecamatan, a kecamatan by its kelurahan. Only saved TPS are in the sums; they are
 * complete once every pleno below is finalised.
 * @param code of a kab/kota (4 digits) or kecamatan (6) of the plan
 */
export function sumsOf(
  code: string,
  plenos: Plenos,
  { kecamatan }: Pick<Directory, 'kecamatan'>,
): Static<typeof SumsAnswer> {
  const below = kecamatan
    .filter((each) => each.code.startsWith(code))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap((each) => {
      const pleno = plenos.of(each.code);
      return pleno ? [{ pleno, kelurahan: each.kelurahan }] : [];
    });
  const isDone = ({ state }: Pleno) => state === 'finalised' || state === 'published';
  return {
    code,
    complete: below.length > 0 && below.every(({ pleno }) => isDone(pleno)),
    elections: plenos.elections.map((form) => {
      const areas =
        code.length === KECAMATAN_DIGITS
          ? below.flatMap(({ pleno, kelurahan }) =>
              kelurahan.map((each) => row(each, pleno.state, form, kelurahanSums(pleno, form, each.code))),
            )
          : below.map(({ pleno }) => row(pleno.area, pleno.state, form, kecamatanSums(pleno, form)));
      const whole = below.map(({ pleno }) => kecamatanSums(pleno, form)).reduce(plus, noSums(form));
      const figures = named(form, whole);
      const tps = { due: whole.due, saved: whole.saved };
      const findings = sumFindings(form.pairs, (field) => figures[field] ?? null);
      return { election: form.slug, tps, figures, findings, areas };
    }),
  };
}

const KECAMATAN_DIGITS = 6;

function noSums({ fields }: ElectionForm): Sums {
  return { due: 0, saved: 0, figures: fields.map(() => 0) };
}

function plus(a: Sums, b: Sums): Sums {
  return {
    due: a.due + b.due,
    saved: a.saved + b.saved,
    figures: a.figures.map((sum, place) => sum + (b.figures[place] ?? 0)),
  };
}

function kecamatanSums(pleno: Pleno, { election }: ElectionForm): Sums {
  const forms = pleno.formsOf(election);
  return { due: pleno.due[election] ?? 0, saved: forms.saved, figures: [...forms.sums] };
}

function kelurahanSums(pleno: Pleno, form: ElectionForm, code: string): Sums {
  const forms = pleno.formsOf(form.election);
  return pleno.area.tps
    .filter((tps) => tps.kode.startsWith(code) && form.isHeldAt(tps))
    .map((tps): Sums => {
      const saved = forms.get(pleno.row(tps));
      return { due: 1, saved: saved ? 1 : 0, figures: saved ? [...saved.figures] : noSums(form).figures };
    })
    .reduce(plus, noSums(form));
}

function row(
  { code, name }: { code: string; name: string },
  state: Pleno['state'],
  form: ElectionForm,
  sums: Sums,
): Static<typeof AreaSums> {
  return { code, name, state, tps: { due: sums.due, saved: sums.saved }, figures: named(form, sums) };
}

function named({ fields }: ElectionForm, { figures }: Sums): Record<string, number> {
  return Object.fromEntries(fields.map((field, place) => [field, figures[place] ?? 0]));
}
