import type { Audit, Outcome } from '../../evidence/types.ts';

/** Every outcome in the order in which it is told: the good one, then the worst first. */
export const OUTCOME_ORDER = [
  'stored',
  'lost',
  'altered',
  'duplicated',
  'unacknowledged',
] as const satisfies readonly Outcome[];

/** The outcomes that are discrepancies. */
export const DISCREPANCIES = OUTCOME_ORDER.filter((outcome) => outcome !== 'stored');

/** Planned uploads that are not stored intact. */
export function missingUploads(audit: Audit): number {
  return audit.planned - audit.stored;
}
