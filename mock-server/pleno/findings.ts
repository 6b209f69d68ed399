import type { Static } from 'typebox';
import type { Findings } from '../contract/pleno-fields.ts';
import { VALIDATION_CODES, type ValidationCode } from '../contract/validation-codes.ts';
import { validateForm } from '../forms/validate-form.ts';

/** Rules of a form that do not hold for sums of forms: each TPS is rounded up, and capped, for itself. */
const OF_ONE_TPS: ReadonlySet<ValidationCode> = new Set(['V302', 'V401']);

type Figures = (field: string) => number | null;

/** The rules that the figures of one form break. @param figure by field of form/fields.ts */
export function formFindings(pairs: number, figure: Figures): Static<typeof Findings> {
  return validateForm(pairs, figure).map((finding) => ({
    ...finding,
    rule: VALIDATION_CODES[finding.code].rule,
  }));
}

/** The same of figures summed over TPS. */
export function sumFindings(pairs: number, figure: Figures): Static<typeof Findings> {
  return formFindings(pairs, figure).filter(({ code }) => !OF_ONE_TPS.has(code));
}
