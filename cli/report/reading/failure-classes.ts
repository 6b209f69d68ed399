import type { ErrorClass } from '../../../scenarios/journal-line.ts';
import type { OperationMeasurement } from '../../evidence/types.ts';

/** Failed attempts of a row by class, the most frequent first, classes that never occurred left out. */
export function failureClasses(row: OperationMeasurement): { errorClass: ErrorClass; attempts: number }[] {
  return (Object.entries(row.failedAttempts) as [ErrorClass, number | undefined][])
    .map(([errorClass, attempts]) => ({ errorClass, attempts: attempts ?? 0 }))
    .filter(({ attempts }) => attempts > 0)
    .sort((a, b) => b.attempts - a.attempts);
}
