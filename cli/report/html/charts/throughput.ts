import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Measurements, TimelineStep } from '../../../evidence/types.ts';
import type { Wording } from '../../language/wording.ts';
import type { CurveKind } from '../../reading/curve.ts';
import { type Markup, markup } from '../markup.ts';
import { elapsedTicks } from './elapsed-ticks.ts';
import { bandsOf, PLOT_HEIGHT, PLOT_WIDTH, plotElement, round } from './plot.ts';

/** Planned, offered and achieved operations a second over time. */
export function throughputChart(measurements: Measurements, kind: CurveKind, wording: Wording): Markup {
  const { timeline, recoveries } = measurements;
  const { steps, stepSecond } = timeline;
  const end = steps.length * stepSecond;
  const rate = (step: TimelineStep, series: 'planned' | 'offered' | 'acknowledged') =>
    (step[kind]?.[series] ?? 0) / stepSecond;
  const peak = (series: 'planned' | 'offered' | 'acknowledged') =>
    max(steps, (step) => rate(step, series)) ?? 0;
  const top = Math.max(peak('planned'), peak('offered'), peak('acknowledged'));
  const x = scaleLinear([0, end], [0, PLOT_WIDTH]);
  const y = scaleLinear([0, top || 1], [PLOT_HEIGHT, 0]).nice(4);
  const highest = y.domain()[1] ?? 1;
  const path = (series: 'planned' | 'offered' | 'acknowledged') =>
    line<TimelineStep>(
      (step) => round(x(step.second)),
      (step) => round(y(rate(step, series))),
    )(steps) ?? '';
  const filled =
    area<TimelineStep>(
      (step) => round(x(step.second)),
      PLOT_HEIGHT,
      (step) => round(y(rate(step, 'acknowledged'))),
    )(steps) ?? '';
  const title = wording.text(`throughput.${kind}`);
  return plotElement({
    title,
    height: 'tall',
    label: wording.text('throughput.chart', {
      title,
      planned: wording.rate(peak('planned')),
      achieved: wording.rate(peak('acknowledged')),
      step: wording.seconds(stepSecond),
    }),
    bands: bandsOf(recoveries, end),
    x: elapsedTicks(end),
    y: y.ticks(4).map((value) => ({ at: value / highest, text: wording.tick(value) })),
    content: markup`<path class="fill achieved" d="${filled}"/><path class="line offered" d="${path('offered')}"/><path class="line achieved" d="${path('acknowledged')}"/><path class="line planned" d="${path('planned')}"/>`,
  });
}
