import type { Measurements, OperationMeasurement } from '../../evidence/types.ts';

/** The rows that the total is made of: one operation in one phase each. */
export function detailRows(measurements: Measurements): OperationMeasurement[] {
  return measurements.operations.filter((row) => row.phase !== null && row.operation !== null);
}

/** One row an operation over all phases, then the total. */
export function operationTotals(measurements: Measurements): OperationMeasurement[] {
  return [
    ...measurements.operations.filter((row) => row.phase === null && row.operation !== null),
    measurements.total,
  ];
}

/** The row that speaks for document uploads of all phases; null where the workload uploads nothing. */
export function uploadRow(measurements: Measurements): OperationMeasurement | null {
  return measurements.operations.find((row) => row.phase === null && row.operation === 'upload') ?? null;
}
