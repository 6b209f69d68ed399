import { latencyChart } from '../charts/latency.ts';
import { bandLegend, legendElement } from '../charts/legend.ts';
import { markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';

/** Latency of uploads over time, from the planned start. */
export function latencySection({ input: { measurements }, wording }: Page): Section {
  const chart = latencyChart(measurements, wording);
  return {
    name: 'latency',
    title: wording.text('latency.title'),
    body: markup`<p class="lead">${wording.text('latency.lead')}</p>
${
  chart === null
    ? markup`<p class="note">${wording.text('chart.empty')}</p>`
    : markup`<figure>
${legendElement([
  { line: 'p50', text: wording.text('latency.p50') },
  { line: 'p95', text: wording.text('latency.p95') },
])}${bandLegend(measurements.recoveries, wording)}
${chart}
<figcaption>${wording.text('axis.elapsed')}</figcaption>
</figure>`
}`,
  };
}
