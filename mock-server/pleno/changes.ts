import type { StoredEvent } from '../store/types.ts';
import type { ElectionForm } from './election-forms.ts';
import type { FormEntry, PlenoEvents } from './events.ts';

/** What one save did to one form. */
export interface FormChange {
  /** Of the form: 1 for its first save. */
  revision: number;
  by: string;
  at: string;
  note: string | null;
  /** Against the save before; of the first against what was known of C.Hasil. */
  figures: { field: string; from: number | null; to: number; reason: string | null }[];
}

/** Every save of one form, in order. @param events of its pleno, in order */
export function changesOf(
  events: readonly StoredEvent[],
  { slug, fields }: Pick<ElectionForm, 'slug' | 'fields'>,
  kode: string,
): FormChange[] {
  const changes: FormChange[] = [];
  let before: readonly number[] | null = null;
  for (const { kind, account, storedAt, body } of events) {
    for (const { by, entry } of entriesOf(kind, account, body)) {
      if (entry.tps !== kode || entry.election !== slug || entry.figures.length !== fields.length) continue;
      const figures = figuresChanged(fields, before, entry);
      changes.push({ revision: changes.length + 1, by, at: storedAt, note: entry.note, figures });
      before = entry.figures;
    }
  }
  return changes;
}

/** The forms that an event saves, and who saved each. */
function entriesOf(kind: string, account: string, body: unknown): { by: string; entry: FormEntry }[] {
  if (kind === 'saved') return [{ by: account, entry: body as PlenoEvents['saved'] }];
  if (kind !== 'imported') return [];
  return (body as PlenoEvents['imported']).forms.map((entry) => ({ by: entry.savedBy, entry }));
}

/** Figures that a save changed. @param before of the save before it, null where there is none */
export function figuresChanged(
  fields: readonly string[],
  before: readonly number[] | null,
  { figures, corrections }: FormEntry,
): FormChange['figures'] {
  return fields.flatMap((field, place) => {
    const correction = corrections.find((each) => each.field === field);
    const to = figures[place] as number;
    const from = before ? (before[place] ?? null) : correction ? correction.from : to;
    return from === to ? [] : [{ field, from, to, reason: correction?.reason ?? null }];
  });
}
