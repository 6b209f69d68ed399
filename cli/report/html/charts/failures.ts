import { max, sum } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Measurements, TimelineStep } from '../../../evidence/types.ts';
import type { Wording } from '../../language/wording.ts';
import { type Markup, markup } from '../markup.ts';
import { elapsedTicks } from './elapsed-ticks.ts';
import { bandsOf, PLOT_HEIGHT, PLOT_WIDTH, plotElement, round } from './plot.ts';

/** Failed attempts a second over time, uploads and logins together; nothing where none failed. */
export function failuresChart(measurements: Measurements, wording: Wording): Markup | null {
  const { timeline, recoveries } = measurements;
  const { steps, stepSecond } = timeline;
  const failed = ({ uploads, logins }: TimelineStep) => uploads.failedAttempts + logins.failedAttempts;
  const peak = (max(steps, failed) ?? 0) / stepSecond;
  if (peak === 0) return null;
  const end = steps.length * stepSecond;
  const y = scaleLinear([0, peak], [0, PLOT_HEIGHT]).nice(2);
  const highest = y.domain()[1] ?? 1;
  const width = PLOT_WIDTH / steps.length;
  const bars = steps.map((step, index) => {
    const height = y(failed(step) / stepSecond);
    return (
      height > 0 &&
      markup`<rect class="failed" x="${round(index * width + width * 0.1)}" y="${round(PLOT_HEIGHT - height)}" width="${round(width * 0.8)}" height="${round(height)}"/>`
    );
  });
  return plotElement({
    title: wording.text('throughput.failures'),
    height: 'low',
    label: wording.text('throughput.failures.chart', {
      peak: wording.rate(peak),
      total: sum(steps, failed),
    }),
    bands: bandsOf(recoveries, end),
    x: elapsedTicks(end),
    y: y.ticks(2).map((value) => ({ at: value / highest, text: wording.tick(value) })),
    content: markup`${bars}`,
  });
}
