import type { Wording } from '../../language/wording.ts';
import type { Markup } from '../markup.ts';
import { type TableRow, tableElement } from '../table.ts';
import { type OperationRow, operationName } from './operation-row.ts';

/** Planned, offered and achieved, as numbers and as rates, and how many worked at once and in the end. */
export function successTable(rows: readonly OperationRow[], wording: Wording): Markup {
  const { text } = wording;
  const series = ['operations.planned', 'operations.offered', 'operations.achieved'] as const;
  const group = (title: string) => series.map((name) => ({ group: title, title: text(name), numeric: true }));
  const success = text('operations.success');
  return tableElement({
    caption: text('operations.throughput'),
    narrow: 'scroll',
    columns: [
      { title: text('operations.operation') },
      ...group(text('operations.count')),
      ...group(text('operations.rate')),
      { group: success, title: text('operations.first'), numeric: true },
      { group: success, title: text('operations.retried'), numeric: true },
      { title: text('operations.bytes'), numeric: true },
    ],
    rows: rows.map(
      ({ row, kind }): TableRow => ({
        ...(kind ? { kind } : {}),
        cells: [
          operationName(row, wording),
          wording.count(row.planned),
          wording.count(row.offered),
          wording.count(row.achieved),
          wording.rate(row.rate.planned),
          wording.rate(row.rate.offered),
          wording.rate(row.rate.achieved),
          wording.share(row.firstAttemptSuccess, row.planned),
          wording.share(row.afterRetrySuccess, row.planned),
          wording.bytes(row.bytes),
        ],
      }),
    ),
  });
}
