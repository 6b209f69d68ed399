import type { AreaCount } from '../../../evidence/types.ts';
import { RUN_FILES } from '../../../run-folder/types.ts';
import type { Wording } from '../../language/wording.ts';
import { areaProgressChart } from '../charts/area-progress.ts';
import { bandLegend } from '../charts/legend.ts';
import { bandsOf } from '../charts/plot.ts';
import { type Markup, markup } from '../markup.ts';
import type { Page } from '../page.ts';
import { foldElement, type Section } from '../section.ts';
import { shortfall } from '../shortfall.ts';
import { type TableRow, tableElement } from '../table.ts';

/** Areas drawn and listed on the page: a province has hundreds of kecamatan, the nation thousands. audit.json has all of them. */
const MAX_CHARTS = 60;
const MAX_ROWS = 600;

/** How the TPS of each kecamatan became complete, and what each is short of. */
export function areasSection({ input, wording }: Page): Section {
  // Of a part of the region the rest has nothing to show.
  const asked = (list: readonly AreaCount[]) =>
    list.filter(({ tps, uploads }) => tps.planned + uploads.planned > 0);
  const { region, ...all } = input.audit.areas;
  const areas = { region, kecamatan: asked(all.kecamatan), kelurahan: asked(all.kelurahan) };
  const { timeline, recoveries } = input.measurements;
  const end = timeline.steps.length * timeline.stepSecond;
  const { text } = wording;
  return {
    name: 'areas',
    title: text('areas.title'),
    body: markup`<p class="lead">${text('areas.lead')}</p>
${
  areas.kecamatan.length === 0
    ? markup`<p class="note">${text('chart.empty')}</p>`
    : markup`${bandLegend(recoveries, wording)}<ul class="multiples">${shortestFirst(areas.kecamatan, MAX_CHARTS).map((area) => areaProgressChart(area, timeline, bandsOf(recoveries, end, area.code), wording))}</ul>${partNote(areas.kecamatan, MAX_CHARTS, wording)}`
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
      shortfall(tps.planned - tps.complete, wording),
      wording.count(uploads.planned),
      wording.count(uploads.stored),
      shortfall(uploads.planned - uploads.stored, wording),
    ],
  });
  const columns = (group: string, complete: string) =>
    [text('operations.planned'), complete, text('areas.missing')].map((title) => ({
      title,
      group,
      numeric: true,
    }));
  const table = tableElement({
    caption,
    narrow: 'scroll',
    columns: [
      { title: head },
      ...columns(text('areas.tps'), text('areas.complete')),
      ...columns(text('documents.uploads'), text('documents.stored')),
    ],
    rows: [...shortestFirst(areas, MAX_ROWS).map((area) => row(area)), row(region, 'total')],
  });
  return markup`${table}${partNote(areas, MAX_ROWS, wording)}`;
}

/** All of them in their own order where they are few; else those that lack most uploads. */
function shortestFirst(areas: readonly AreaCount[], most: number): readonly AreaCount[] {
  if (areas.length <= most) return areas;
  const missing = ({ uploads }: AreaCount) => uploads.planned - uploads.stored;
  return areas.toSorted((a, b) => missing(b) - missing(a)).slice(0, most);
}

function partNote(areas: readonly AreaCount[], most: number, wording: Wording): Markup | false {
  if (areas.length <= most) return false;
  const filling = { shown: most, total: areas.length, file: RUN_FILES.audit };
  return markup`<p class="note">${wording.text('areas.worst', filling)}</p>`;
}
