import type { CriterionResult } from '../../evidence/types.ts';
import type { Wording } from '../language/wording.ts';
import { inUnit, inUnitExactly } from './unit.ts';

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
  const text = inUnit(value, unit, wording);
  const other = value === expected ? found : expected;
  // 99.87% against a limit of 99.9% must not read as if the limit were met.
  if (other === null || other === value || inUnit(other, unit, wording) !== text) return text;
  return inUnitExactly(value, unit, wording);
}
