import type { Change, ComparedRun, Comparison } from '../evidence/comparison-types.ts';
import { metricDifference, metricGroups, metricName, metricValue } from './compare/metric-text.ts';
import type { ComparisonReporter } from './compare/options.ts';
import { columnTitles, comparisonConclusion, loginFatesText, storedIn } from './compare/summary.ts';
import { CHANGES, FINDING_CODES, METRIC_GROUPS, VERDICT_WORDS } from './language/dictionary.ts';
import { type Wording, wordingFor } from './language/wording.ts';
import { partTitle, runTitle } from './reading/scope.ts';
import { Screen } from './terminal/screen.ts';

const MAX_NEW_FAILURES = 8;

const CHANGE_STYLES: Record<Change, 'green' | 'red' | 'dim'> = {
  better: 'green',
  worse: 'red',
  same: 'dim',
  'within-noise': 'dim',
  unknown: 'dim',
};

/** Two runs on one screen. */
export const reportComparisonTerminal: ComparisonReporter = (comparison, options) => {
  const wording = wordingFor(options.lang, null);
  const screen = new Screen(options.width, options.color);
  const { text } = wording;
  screen.blank();
  screen.text(text('compare.title'), { style: 'bold' });
  if (comparison.first.exercise || comparison.second.exercise)
    screen.text(`▲ ${text('exercise.notice')}`, { style: ['bold', 'yellow'] });
  screen.text(comparisonConclusion(comparison, wording));
  screen.blank();
  const [firstTitle, secondTitle] = columnTitles(comparison, wording);
  runLine(screen, firstTitle, comparison.first, wording);
  runLine(screen, secondTitle, comparison.second, wording);
  for (const note of comparison.notes)
    screen.text(`! ${wording.pick(note)}`, { style: 'yellow', hanging: true });
  metricLines(screen, comparison, wording);
  fateLines(screen, comparison, wording);
  if (options.files?.length) {
    screen.heading(text('terminal.files'));
    for (const { name, path } of options.files) screen.row([{ text: name, width: 16 }, { text: path }]);
  }
  return screen.toString();
};

function runLine(screen: Screen, title: string, run: ComparedRun, wording: Wording): void {
  screen.row(
    [
      { text: title, width: 12 },
      { text: wording.pick(VERDICT_WORDS[run.verdict]), width: 16, style: 'bold' },
      {
        text: [runTitle(run, wording), partTitle(run.part, wording), wording.moment(run.startedAt), run.runId]
          .filter((part) => part !== null)
          .join(' · '),
        style: 'dim',
      },
    ],
    1,
  );
}

function metricLines(screen: Screen, comparison: Comparison, wording: Wording): void {
  const [firstTitle, secondTitle] = columnTitles(comparison, wording);
  for (const [group, metrics] of metricGroups(comparison)) {
    screen.heading(wording.name(METRIC_GROUPS, group));
    screen.row(
      ['', firstTitle, secondTitle, wording.text('compare.difference')].map((text, index) => ({
        text,
        width: WIDTHS[index] ?? 12,
        align: index === 0 ? ('left' as const) : ('right' as const),
        style: 'dim' as const,
      })),
    );
    for (const metric of metrics)
      screen.row([
        { text: metricName(metric, wording), width: WIDTHS[0] },
        {
          text: metricValue(metric, metric.first, metric.firstSamples, wording),
          width: WIDTHS[1],
          align: 'right',
        },
        {
          text: metricValue(metric, metric.second, metric.secondSamples, wording),
          width: WIDTHS[2],
          align: 'right',
        },
        { text: metricDifference(metric, wording), width: WIDTHS[3], align: 'right' },
        { text: wording.pick(CHANGES[metric.change]), style: CHANGE_STYLES[metric.change] },
      ]);
  }
}

const WIDTHS = [26, 10, 10, 11] as const;

function fateLines(screen: Screen, { fates, loginFates, newFailures }: Comparison, wording: Wording): void {
  const { text } = wording;
  screen.heading(text('compare.fates'));
  screen.text(
    fates.length === 0
      ? text('compare.fates.none')
      : text('compare.fates.lead', {
          failed: fates.length,
          retest: storedIn(fates, 'retest', wording),
          main: storedIn(fates, 'main', wording),
        }),
    { indent: 3 },
  );
  const logins = loginFatesText(loginFates, wording);
  if (logins !== null) screen.text(logins, { indent: 3 });
  screen.heading(text('compare.anew'));
  if (newFailures.length === 0) screen.text(text('compare.anew.none'), { indent: 3 });
  for (const { code, tps, document, account } of newFailures.slice(0, MAX_NEW_FAILURES))
    screen.row([
      { text: wording.name(FINDING_CODES, code), width: 28 },
      { text: [tps, document, tps === null ? account : null].filter((part) => part !== null).join(' · ') },
    ]);
  const more = newFailures.length - MAX_NEW_FAILURES;
  if (more > 0) screen.text(text('terminal.more', { count: more }), { indent: 3 });
}
