import type { Latency } from '../../../evidence/types.ts';
import type { Wording } from '../../language/wording.ts';
import type { Markup } from '../markup.ts';
import { type TableRow, tableElement } from '../table.ts';
import { type OperationRow, operationName } from './operation-row.ts';

/** What a person waits, from the planned start, beside what a bare load generator would report. */
export function latencyTable(rows: readonly OperationRow[], wording: Wording): Markup {
  const { text } = wording;
  const percentiles = ['p50', 'p90', 'p95', 'p99', text('operations.max')];
  const group = (name: string) => percentiles.map((title) => ({ group: name, title, numeric: true }));
  return tableElement({
    caption: text('operations.latency'),
    narrow: 'scroll',
    columns: [
      { title: text('operations.operation') },
      ...group(text('operations.fromPlan')),
      ...group(text('operations.ofAttempt')),
      { group: text('operations.lag'), title: 'p95', numeric: true },
    ],
    rows: rows.map(
      ({ row, kind }): TableRow => ({
        ...(kind ? { kind } : {}),
        cells: [
          operationName(row, wording),
          ...cellsOf(row.latencyFromPlan, wording),
          ...cellsOf(row.latencyOfAttempt, wording),
          wording.milliseconds(row.startLag.p95),
        ],
      }),
    ),
  });
}

function cellsOf({ p50, p90, p95, p99, max }: Latency, wording: Wording): string[] {
  return [p50, p90, p95, p99, max].map(wording.milliseconds);
}
