import type { Recovery } from '../../../evidence/types.ts';
import { type Markup, markup } from '../markup.ts';

/** The drawing's own units. It is stretched to the space there is; lines keep their width, labels are not in it. */
export const PLOT_WIDTH = 1000;
export const PLOT_HEIGHT = 200;

export interface Tick {
  /** Share of the axis, from its start. */
  at: number;
  text: string;
}

interface Plot {
  /** What the drawing shows, for those who do not see it. */
  label: string;
  content: Markup;
  x: readonly Tick[];
  y: readonly Tick[];
  /** Shown over the y axis. */
  title: string;
  height: 'tall' | 'low';
  bands: readonly Band[];
}

/** A disturbance on the x axis, by the number that the legend explains. */
export interface Band {
  number: number;
  from: number;
  to: number;
}

/**
 * Disturbances as bands of an axis that ends at `endSecond`; refused ones disturbed nothing.
 * @param area code of the kecamatan that the chart is of, which those of another one did not touch; null: of all
 */
export function bandsOf(
  recoveries: readonly Recovery[],
  endSecond: number,
  area: string | null = null,
): Band[] {
  if (!(endSecond > 0)) return [];
  const within = (second: number) => Math.min(1, Math.max(0, second / endSecond));
  return recoveries.flatMap(({ accepted, kecamatan, startSecond, endSecond: end }, index) =>
    accepted && (area === null || kecamatan === null || kecamatan === area)
      ? [{ number: index + 1, from: within(startSecond), to: within(end) }]
      : [],
  );
}

/**
 * A chart whose labels are text of the page around a drawing that fills the width there is, so that they are as legible
 * on a phone as on paper.
 */
export function plotElement({ label, content, x, y, title, height, bands }: Plot): Markup {
  return markup`<div class="plot ${height}">
<p class="plot-title">${title}</p>
<div class="plot-area">
<svg viewBox="0 0 ${PLOT_WIDTH} ${PLOT_HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${label}">${bandRects(bands)}${y.map(
    ({ at }) =>
      markup`<line class="grid" x1="0" x2="${PLOT_WIDTH}" y1="${vertical(at)}" y2="${vertical(at)}"/>`,
  )}${content}</svg>
${bands.map(({ number, from, to }) => markup`<span class="band-number" aria-hidden="true" style="left:${percent((from + to) / 2)}">${number}</span>`)}
${y.map(({ at, text }) => markup`<span class="y" aria-hidden="true" style="bottom:${percent(at)}">${text}</span>`)}
${x.map(({ at, text }) => markup`<span class="x" aria-hidden="true" style="left:${percent(at)}">${text}</span>`)}
</div>
</div>
`;
}

/** The bands as part of a drawing of {@link PLOT_WIDTH} by {@link PLOT_HEIGHT}. */
export function bandRects(bands: readonly Band[]): Markup[] {
  return bands.map(({ from, to }) => {
    // A short outage of a long night must not vanish.
    const width = Math.max(3, (to - from) * PLOT_WIDTH);
    return markup`<rect class="band" x="${round(from * PLOT_WIDTH)}" y="0" width="${round(width)}" height="${PLOT_HEIGHT}"/>`;
  });
}

/** One decimal is finer than any screen and keeps the file small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function vertical(share: number): number {
  return round(PLOT_HEIGHT * (1 - share));
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
