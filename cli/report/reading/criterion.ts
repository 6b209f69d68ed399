import type { CriterionResult } from '../../evidence/types.ts';
import { UNITS } from '../language/dictionary.ts';
import type { Wording } from '../language/wording.ts';

const SIGNS: Record<string, string> = { '>=': '≥', '<=': '≤', '==': '=', '!=': '≠' };

/** What a criterion asks for, e.g. `≥ 99,5%`. */
export function expectedOf(criterion: CriterionResult, wording: Wording): string {
  const sign = SIGNS[criterion.operator] ?? criterion.operator;
  return `${sign} ${measured(criterion.expected, criterion, wording)}`;
}

/** What was found in its place. */
export function foundOf(criterion: CriterionResult, wording: Wording): string {
  const { found, result } = criterion;
  if (found === null) return wording.text(result === 'fail' ? 'criteria.endless' : 'none');
  return measured(found, criterion, wording);
}

function measured(value: number, criterion: CriterionResult, wording: Wording): string {
  const { expected, found, unit } = criterion;
  const text = inWords(value, unit, wording);
  const other = value === expected ? found : expected;
  // 99.87% against a limit of 99.9% must not read as if the limit were met.
  if (other === null || other === value || inWords(other, unit, wording) !== text) return text;
  return precisely(value, unit, wording);
}

function inWords(value: number, unit: string | null, wording: Wording): string {
  switch (unit) {
    case 'ms':
      return wording.milliseconds(value);
    case 's':
      return wording.seconds(value);
    case 'share':
      return wording.share(value, 1);
    default:
      return withUnit(wording.decimal(value, Number.isInteger(value) ? 0 : 2), unit, wording);
  }
}

function precisely(value: number, unit: string | null, wording: Wording): string {
  return unit === 'share'
    ? `${wording.decimal(value * 100, 5)}%`
    : withUnit(wording.decimal(value, 5), unit, wording);
}

function withUnit(number: string, unit: string | null, wording: Wording): string {
  return unit === null ? number : `${number} ${wording.name(UNITS, unit)}`;
}
