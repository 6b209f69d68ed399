import type { Latency, OperationMeasurement } from '../../evidence/types.ts';
import type { ReportInput } from '../input.ts';
import { ERROR_CLASSES, OPERATIONS } from '../language/dictionary.ts';
import type { Wording } from '../language/wording.ts';
import { breakpointText } from '../reading/breakpoint.ts';
import { failureClasses } from '../reading/failure-classes.ts';
import { operationTotals } from '../reading/operation-rows.ts';
import type { Screen } from './screen.ts';

/** Throughput, success, latency and failures, by operation and in total. */
export function operationLines(screen: Screen, { measurements }: ReportInput, wording: Wording): void {
  const rows = operationTotals(measurements);
  const best = breakpointText(measurements, wording);
  if (best !== null) {
    screen.heading(`${wording.text('figures.breakpoint')}, ${best.name}`);
    screen.text(`${best.value}${wording.text('figures.perSecond')}: ${best.below}`, { indent: 3 });
  }
  screen.heading(`${wording.text('terminal.rates')} (${wording.text('figures.perSecond')})`);
  const heads = [
    'operations.planned',
    'operations.offered',
    'operations.achieved',
    'terminal.first',
    'terminal.retried',
  ] as const;
  table(
    screen,
    '',
    heads.map((head) => wording.text(head)),
    rows.map((row) => ({
      name: nameOf(row, wording),
      cells: [
        wording.rate(row.rate.planned),
        wording.rate(row.rate.offered),
        wording.rate(row.rate.achieved),
        wording.share(row.firstAttemptSuccess, row.planned),
        wording.share(row.afterRetrySuccess, row.planned),
      ],
    })),
    [9, 9, 9, 12, 13],
  );
  screen.heading(`${wording.text('terminal.latency')}, ${wording.text('terminal.latency.plan')}`);
  const percentiles = ['p50', 'p90', 'p95', 'p99', wording.text('operations.max')];
  const upload = rows.find((row) => row.operation === 'upload');
  const lines = rows.map((row) => ({
    name: nameOf(row, wording),
    cells: percentileCells(row.latencyFromPlan, wording),
  }));
  if (upload)
    lines.push({
      name: `${nameOf(upload, wording)}*`,
      cells: percentileCells(upload.latencyOfAttempt, wording),
    });
  table(screen, '', percentiles, lines, [10, 10, 10, 10, 11]);
  if (upload) screen.text(`* ${wording.text('terminal.latency.attempt')}`, { style: 'dim', indent: 3 });
  failures(screen, measurements.total, wording);
}

function failures(screen: Screen, total: OperationMeasurement, wording: Wording): void {
  const classes = failureClasses(total);
  screen.heading(wording.text('terminal.failures'));
  if (classes.length === 0) {
    screen.text(wording.text('operations.failures.none'), { indent: 3 });
    return;
  }
  const sum = classes.reduce((all, { attempts }) => all + attempts, 0);
  const list = classes.map(
    ({ errorClass, attempts }) => `${wording.pick(ERROR_CLASSES[errorClass])} ${wording.count(attempts)}`,
  );
  screen.text(
    `${wording.text('of', { part: sum, whole: total.attempts })} (${wording.share(sum, total.attempts)}): ${list.join(', ')}`,
    { indent: 3 },
  );
}

function percentileCells({ p50, p90, p95, p99, max }: Latency, wording: Wording): string[] {
  return [p50, p90, p95, p99, max].map(wording.milliseconds);
}

function nameOf({ operation }: OperationMeasurement, wording: Wording): string {
  return operation === null ? wording.text('total.lower') : wording.name(OPERATIONS, operation);
}

function table(
  screen: Screen,
  corner: string,
  heads: readonly string[],
  rows: readonly { name: string; cells: readonly string[] }[],
  widths: readonly number[],
): void {
  const gaps = 2 * widths.length;
  const first = Math.max(
    12,
    Math.min(17, screen.width - 3 - gaps - widths.reduce((all, width) => all + width, 0)),
  );
  const line = (name: string, cells: readonly string[], head: boolean) =>
    screen.row([
      { text: name, width: first },
      ...cells.map((text, index) => ({
        text,
        width: widths[index] ?? 10,
        align: 'right' as const,
        ...(head ? { style: 'dim' as const } : {}),
      })),
    ]);
  line(corner, heads, true);
  for (const { name, cells } of rows) line(name, cells, false);
}
