import { ERROR_CLASSES } from '../../language/dictionary.ts';
import type { Wording } from '../../language/wording.ts';
import { failureClasses } from '../../reading/failure-classes.ts';
import { type Markup, markup } from '../markup.ts';
import { type TableRow, tableElement } from '../table.ts';
import { type OperationRow, operationName } from './operation-row.ts';

/** Failed attempts by cause; only causes that occurred have a column. */
export function failureTable(rows: readonly OperationRow[], wording: Wording): Markup {
  const { text } = wording;
  const total = rows.at(-1)?.row;
  const classes = total ? failureClasses(total) : [];
  const refused = rows.some(({ row }) => row.refusedWithoutLogin > 0);
  if (classes.length === 0 && !refused)
    return markup`<p class="note">${text('operations.failures.none')}</p>`;
  return tableElement({
    caption: text('operations.failures'),
    narrow: 'scroll',
    columns: [
      { title: text('operations.operation') },
      { title: text('operations.attempts'), numeric: true },
      { title: text('operations.failed'), numeric: true },
      ...classes.map(({ errorClass }) => ({ title: wording.pick(ERROR_CLASSES[errorClass]), numeric: true })),
      ...(refused ? [{ title: text('operations.refused'), numeric: true }] : []),
    ],
    rows: rows.map(
      ({ row, kind }): TableRow => ({
        ...(kind ? { kind } : {}),
        cells: [
          operationName(row, wording),
          wording.count(row.attempts),
          wording.count(failureClasses(row).reduce((sum, { attempts }) => sum + attempts, 0)),
          ...classes.map(({ errorClass }) => pale(row.failedAttempts[errorClass] ?? 0, wording)),
          ...(refused ? [pale(row.refusedWithoutLogin, wording)] : []),
        ],
      }),
    ),
  });
}

function pale(count: number, wording: Wording): Markup | string {
  return count === 0 ? markup`<span class="quiet">0</span>` : wording.count(count);
}
