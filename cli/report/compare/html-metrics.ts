import type { Change, Comparison } from '../../evidence/comparison-types.ts';
import { type Markup, markup } from '../html/markup.ts';
import type { Section } from '../html/section.ts';
import { badgeElement } from '../html/sign.ts';
import { tableElement } from '../html/table.ts';
import { CHANGES, METRIC_GROUPS } from '../language/dictionary.ts';
import type { Wording } from '../language/wording.ts';
import { metricDifference, metricGroups, metricName, metricValue } from './metric-text.ts';
import { columnTitles } from './summary.ts';

/** Every figure of both runs, and whether they differ by more than noise. */
export function metricsSection(comparison: Comparison, wording: Wording): Section {
  const { text } = wording;
  const [firstTitle, secondTitle] = columnTitles(comparison, wording);
  const table = ([group, metrics]: ReturnType<typeof metricGroups>[number]): Markup =>
    tableElement({
      caption: wording.name(METRIC_GROUPS, group),
      narrow: 'stack',
      columns: [
        { title: text('compare.metric') },
        { title: firstTitle, numeric: true },
        { title: secondTitle, numeric: true },
        { title: text('compare.difference'), numeric: true },
        { title: text('compare.change') },
      ],
      rows: metrics.map((metric) => ({
        cells: [
          metricName(metric, wording),
          metricValue(metric, metric.first, metric.firstSamples, wording),
          metricValue(metric, metric.second, metric.secondSamples, wording),
          metricDifference(metric, wording),
          changeOf(metric.change, wording),
        ],
      })),
    });
  return {
    name: 'figures',
    title: text('compare.figures'),
    body: markup`<p class="lead">${text('compare.figures.lead')}</p>
<div class="even">${metricGroups(comparison).map(table)}</div>`,
  };
}

function changeOf(change: Change, wording: Wording): Markup {
  const word = wording.pick(CHANGES[change]);
  if (change === 'better') return badgeElement('good', word);
  if (change === 'worse') return badgeElement('bad', word);
  return markup`<span class="quiet">${word}</span>`;
}
