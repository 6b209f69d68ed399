import type { Static } from 'typebox';
import type { PlenoForm } from '../contract/pleno-form.ts';
import type { Tps } from '../directory/types.ts';
import type { FormBook } from '../forms/types.ts';
import type { DocumentPageUploads } from '../store/types.ts';
import type { ElectionForm } from './election-forms.ts';
import { formFindings } from './findings.ts';
import type { Pleno } from './pleno.ts';

/**
 * Everything that is known of one election at one TPS, side by side: the photos, what the machine read, what the KPPS
 * confirmed, and what stands in D.Hasil.
 * @param stored pages of the TPS
 */
export function formView(
  pleno: Pleno,
  book: FormBook,
  tps: Tps,
  form: ElectionForm,
  stored: readonly DocumentPageUploads[],
): Static<typeof PlenoForm> {
  const { election, slug, fields, pairs } = form;
  const standing = book.standing(tps, election);
  const saved = pleno.saved(tps, election);
  const held = (field: string) => book.figure(tps, election, field);
  const inDHasil = (field: string) => saved?.figures[form.places.get(field) ?? -1] ?? null;
  return {
    tps: tps.kode,
    election: slug,
    photos: stored
      .filter(({ document }) => form.isSheet(document))
      .map(({ document, page, sha256, storedAt }) => ({ document, page, sha256, storedAt })),
    cHasil: { ...standing, findings: standing.source === 'none' ? [] : formFindings(pairs, held) },
    dHasil: saved && {
      revision: saved.revision,
      savedBy: saved.savedBy,
      savedAt: new Date(saved.savedAt).toISOString(),
      source: saved.source,
      note: saved.note,
      cHasilChangedSince: saved.formRevision !== standing.revision,
      findings: formFindings(pairs, inDHasil),
    },
    figures: fields.map((field) => {
      const reading = book.reading(tps, election, field);
      const confirmed = standing.source === 'kpps' ? held(field) : null;
      const dHasil = inDHasil(field);
      return {
        field,
        reading,
        confirmed,
        dHasil,
        differs: differ([reading, confirmed, dHasil]),
        reason: saved?.corrections.find((each) => each.field === field)?.reason ?? null,
      };
    }),
  };
}

/** Whether two of them are known and not the same. */
function differ(figures: readonly (number | null)[]): boolean {
  return new Set(figures.filter((figure) => figure !== null)).size > 1;
}
