import { CURVE_KINDS, type CurveKind } from '../../reading/curve.ts';
import { failuresChart } from '../charts/failures.ts';
import { bandLegend, legendElement } from '../charts/legend.ts';
import { throughputChart } from '../charts/throughput.ts';
import { markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';
import { curveElement } from './curve.ts';

/** Uploads and logins a second over time, and the attempts that failed. */
export function throughputSection({ input: { measurements }, wording }: Page): Section {
  const { timeline, recoveries } = measurements;
  const planned = (kind: CurveKind) => timeline.steps.some((step) => (step[kind]?.planned ?? 0) > 0);
  return {
    name: 'throughput',
    title: wording.text('throughput.title'),
    body: markup`<p class="lead">${wording.text('throughput.lead')}</p>
${
  timeline.steps.length === 0
    ? markup`<p class="note">${wording.text('chart.empty')}</p>`
    : markup`<figure>
${legendElement([
  { line: 'planned', text: wording.text('series.planned') },
  { line: 'offered', text: wording.text('series.offered') },
  { line: 'achieved', text: wording.text('series.achieved') },
])}${bandLegend(recoveries, wording)}
${CURVE_KINDS.filter(planned).map((kind) => throughputChart(measurements, kind, wording))}
${failuresChart(measurements, wording)}
<figcaption>${wording.text('axis.elapsed')}</figcaption>
</figure>
${curveElement(measurements, wording)}`
}`,
  };
}
