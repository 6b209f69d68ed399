import type { Measurements, OperationMeasurement } from '../../../evidence/types.ts';
import { detailRows, operationTotals } from '../../reading/operation-rows.ts';
import { markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';
import { failureTable } from './operation-failures.ts';
import { latencyTable } from './operation-latency.ts';
import type { OperationRow } from './operation-row.ts';
import { successTable } from './operation-success.ts';

/** Everything measured, per operation and phase, per operation and in total. */
export function operationsSection({ input: { measurements }, wording }: Page): Section {
  const rows = shownRows(measurements);
  return {
    name: 'operations',
    title: wording.text('operations.title'),
    body: markup`${successTable(rows, wording)}
${latencyTable(rows, wording)}
${failureTable(rows, wording)}`,
  };
}

/** An operation that only one phase has gets no second row over all phases. */
function shownRows(measurements: Measurements): OperationRow[] {
  const details = detailRows(measurements);
  const repeated = (row: OperationMeasurement) =>
    details.filter(({ operation }) => operation === row.operation).length > 1;
  return [
    ...details.map((row): OperationRow => ({ row })),
    ...operationTotals(measurements)
      .filter((row) => row.operation !== null && repeated(row))
      .map((row): OperationRow => ({ row, kind: 'subtotal' })),
    { row: measurements.total, kind: 'total' },
  ];
}
