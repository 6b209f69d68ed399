import { area, curveStepAfter, line } from 'd3-shape';
import type { AreaCount, Measurements } from '../../../evidence/types.ts';
import type { Wording } from '../../language/wording.ts';
import { type Markup, markup } from '../markup.ts';
import { signElement } from '../sign.ts';
import { type Band, bandRects, PLOT_HEIGHT, PLOT_WIDTH, round } from './plot.ts';

/** One kecamatan's TPS complete over time against all it has: a small drawing among others of the same scale. */
export function areaProgressChart(
  kecamatan: AreaCount,
  { steps, stepSecond }: Measurements['timeline'],
  bands: readonly Band[],
  wording: Wording,
): Markup {
  const { planned, complete } = kecamatan.tps;
  const end = steps.length * stepSecond;
  const points = [
    { second: 0, count: 0 },
    ...steps.map(({ second, tpsComplete }) => ({
      second: second + stepSecond / 2,
      count: tpsComplete[kecamatan.code] ?? 0,
    })),
  ];
  // A cumulative count is a staircase: only its corners need to be drawn.
  const corners = points.filter(
    (point, index) => index === points.length - 1 || point.count !== points[index - 1]?.count,
  );
  const x = (point: { second: number }) => round((point.second / (end || 1)) * PLOT_WIDTH);
  const y = (point: { count: number }) =>
    round(PLOT_HEIGHT * (1 - Math.min(1, point.count / (planned || 1))));
  const stairs = line<(typeof points)[number]>(x, y).curve(curveStepAfter)(corners) ?? '';
  const filled = area<(typeof points)[number]>(x, PLOT_HEIGHT, y).curve(curveStepAfter)(corners) ?? '';
  const missing = planned - complete;
  const label = wording.text('areas.chart', { name: kecamatan.name, complete, planned });
  return markup`<li>
<p class="name">${kecamatan.name}</p>
<svg class="small" viewBox="0 0 ${PLOT_WIDTH} ${PLOT_HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${label}">${bandRects(bands)}<path class="fill achieved" d="${filled}"/><path class="line achieved" d="${stairs}"/><path class="line ceiling" d="M0 0H${PLOT_WIDTH}"/></svg>
<p><span class="${missing > 0 ? 'short' : 'all'}">${
    missing > 0
      ? markup`${signElement('bad')}${wording.text('areas.short', { count: missing })}`
      : markup`${signElement('good')}${wording.text('areas.all')}`
  }</span><span>${wording.count(complete)}<span class="of">/${wording.count(planned)}</span></span></p>
</li>
`;
}
