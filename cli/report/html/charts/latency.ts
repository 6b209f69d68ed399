import { max, min } from 'd3-array';
import { scaleLinear, scaleLog } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Measurements, TimelineStep } from '../../../evidence/types.ts';
import type { Wording } from '../../language/wording.ts';
import { type Markup, markup } from '../markup.ts';
import { elapsedTicks } from './elapsed-ticks.ts';
import { bandsOf, PLOT_HEIGHT, PLOT_WIDTH, plotElement, round } from './plot.ts';

/** Median and p95 of the upload latency over time, logarithmic; nothing where no upload ended. */
export function latencyChart(measurements: Measurements, wording: Wording): Markup | null {
  const { timeline, recoveries } = measurements;
  const { steps, stepSecond } = timeline;
  const values = steps
    .flatMap(({ p50, p95 }) => [p50, p95])
    .filter((value): value is number => value !== null && value > 0);
  const lowest = min(values);
  const highest = max(values);
  if (lowest === undefined || highest === undefined) return null;
  const end = steps.length * stepSecond;
  const bottom = 10 ** Math.floor(Math.log10(lowest));
  const top = Math.max(bottom * 10, 10 ** Math.ceil(Math.log10(highest)));
  const x = scaleLinear([0, end], [0, PLOT_WIDTH]);
  const y = scaleLog([bottom, top], [PLOT_HEIGHT, 0]).clamp(true);
  const has = (series: 'p50' | 'p95') => (step: TimelineStep) => step[series] !== null;
  const height = (value: number | null) => round(y(Math.max(value ?? 0, bottom)));
  const path = (series: 'p50' | 'p95') =>
    line<TimelineStep>(
      (step) => round(x(step.second)),
      (step) => height(step[series]),
    ).defined(has(series))(steps) ?? '';
  const between =
    area<TimelineStep>(
      (step) => round(x(step.second)),
      (step) => height(step.p50),
      (step) => height(step.p95),
    ).defined((step) => has('p50')(step) && has('p95')(step))(steps) ?? '';
  const decades = Math.round(Math.log10(top / bottom));
  return plotElement({
    title: wording.text('latency.axis'),
    height: 'tall',
    label: wording.text('latency.chart', {
      peak: wording.milliseconds(max(steps, ({ p95 }) => p95 ?? 0) ?? null),
    }),
    bands: bandsOf(recoveries, end),
    x: elapsedTicks(end),
    y: Array.from({ length: decades + 1 }, (_, power) => ({
      at: power / decades,
      text: wording.tickMilliseconds(bottom * 10 ** power),
    })),
    content: markup`<path class="fill p95" d="${between}"/><path class="line p95" d="${path('p95')}"/><path class="line p50" d="${path('p50')}"/>`,
  });
}
