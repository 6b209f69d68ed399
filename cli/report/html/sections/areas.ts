import type { AreaCount } from '../../../evidence/types.ts';
import type { Wording } from '../../language/wording.ts';
import { areaProgressChart } from '../charts/area-progress.ts';
import { bandLegend } from '../charts/legend.ts';
import { bandsOf } from '../charts/plot.ts';
import { type Markup, markup } from '../markup.ts';
import type { Page } from '../page.ts';
import { foldElement, type Section } from '../section.ts';
import { type TableRow, tableElement } from '../table.ts';

/** How the TPS of each kecamatan became complete, and what each is short of. */
export function areasSection({ input, wording }: Page): Section {
  const { areas } = input.audit;
  const { timeline, recoveries } = input.measurements;
  const bands = bandsOf(recoveries, timeline.steps.length * timeline.stepSecond);
  const { text } = wording;
  return {
    name: 'areas',
    title: text('areas.title'),
    body: markup`<p class="lead">${text('areas.lead')}</p>
${
  areas.kecamatan.length === 0
    ? markup`<p class="note">${text('chart.empty')}</p>`
    : markup`${bandLegend(recoveries, wording)}<ul class="multiples">${areas.kecamatan.map((area) => areaProgressChart(area, timeline, bands, wording))}</ul>`
}
${areaTable(text('areas.caption'), text('areas.kecamatan'), areas.kecamatan, areas.region, wording)}
${foldElement(
  text('areas.kelurahan', { count: areas.kelurahan.length }),
  areaTable(
    text('areas.kelurahan.caption'),
    text('areas.kelurahan.head'),
    areas.kelurahan,
    areas.region,
    wording,
  ),
)}`,
  };
}

function areaTable(
  caption: string,
  head: string,
  areas: readonly AreaCount[],
  region: AreaCount,
  wording: Wording,
): Markup {
  const { text } = wording;
  const row = ({ code, name, tps, uploads }: AreaCount, kind?: 'total'): TableRow => ({
    ...(kind ? { kind } : {}),
    cells: [
      markup`${name} <span class="quiet code">${code}</span>`,
      wording.count(tps.planned),
      wording.count(tps.complete),
      markup`${shortfall(tps.planned - tps.complete, wording)}`,
      wording.count(uploads.planned),
      wording.count(uploads.stored),
      markup`${shortfall(uploads.planned - uploads.stored, wording)}`,
    ],
  });
  const columns = (group: string, complete: string) =>
    [text('operations.planned'), complete, text('areas.missing')].map((title) => ({
      title,
      group,
      numeric: true,
    }));
  return tableElement({
    caption,
    narrow: 'scroll',
    columns: [
      { title: head },
      ...columns(text('areas.tps'), text('areas.complete')),
      ...columns(text('documents.uploads'), text('documents.stored')),
    ],
    rows: [...areas.map((area) => row(area)), row(region, 'total')],
  });
}

/** Zeros are left pale so that the eye finds what is missing. */
function shortfall(missing: number, wording: Wording): Markup {
  return missing === 0
    ? markup`<span class="quiet">0</span>`
    : markup`<b class="short">${wording.count(missing)}</b>`;
}
