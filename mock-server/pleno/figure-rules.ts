import { LARGEST_FIGURE } from '../../fixtures/form/fields.ts';
import { ApiError } from '../contract/api-error.ts';
import type { ElectionForm } from './election-forms.ts';
import type { Correction } from './events.ts';
import { formFindings } from './findings.ts';

/** What a person asks D.Hasil of one TPS to be. */
export interface AskedFigures {
  /** Figures by field; those that are left out are taken over. */
  figures?: Readonly<Record<string, number>>;
  /** Why: for each figure that has no reason of its own, and for figures that do not add up. */
  reason?: string;
  /** Why, by field. */
  reasons?: Readonly<Record<string, string>>;
}

/**
 * D.Hasil of one TPS: what is known of C.Hasil, and where figures are asked for, those. Each that is another has a
 * reason; and so has a form that does not add up, for the paper itself may be wrong.
 * @param known of C.Hasil, by field
 * @throws ApiError FIGURE_UNKNOWN, FIGURES_MISSING, REASON_MISSING, FIGURES_UNEXPLAINED
 */
export function settleFigures(
  form: ElectionForm,
  known: (field: string) => number | null,
  { figures = {}, reason, reasons = {} }: AskedFigures,
): { figures: number[]; corrections: Correction[]; note: string | null } {
  const unknown = [...Object.keys(figures), ...Object.keys(reasons)].filter(
    (field) => !form.places.has(field),
  );
  if (unknown.length > 0) throw refused('FIGURE_UNKNOWN', unknown);
  const found = form.fields.map((field) => ({
    field,
    from: known(field),
    figure: figures[field] ?? known(field),
  }));
  const missing = found.filter(({ figure }) => figure === null || figure > LARGEST_FIGURE);
  if (missing.length > 0) throw refused('FIGURES_MISSING', fieldsOf(missing));

  const others = found.filter(({ from, figure }) => figure !== from);
  const whyOf = (field: string) => reasons[field] ?? reason;
  const unexplained = others.filter(({ field }) => whyOf(field) === undefined);
  if (unexplained.length > 0) throw refused('REASON_MISSING', fieldsOf(unexplained));
  const settled = found.map(({ figure }) => figure as number);
  const findings = formFindings(form.pairs, (field) => settled[form.places.get(field) ?? -1] ?? null);
  if (findings.length > 0 && reason === undefined)
    throw new ApiError('FIGURES_UNEXPLAINED', findings.map(({ code }) => code).join(', '), { findings });
  return {
    figures: settled,
    corrections: others.map(({ field, from }) => ({ field, from, reason: whyOf(field) ?? '' })),
    note: findings.length > 0 ? (reason ?? null) : null,
  };
}

function fieldsOf(found: readonly { field: string }[]): string[] {
  return found.map(({ field }) => field);
}

function refused(code: 'FIGURE_UNKNOWN' | 'FIGURES_MISSING' | 'REASON_MISSING', fields: string[]): ApiError {
  return new ApiError(code, undefined, { fields });
}
