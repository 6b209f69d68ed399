import { WAYS } from '../../../../fixtures/plan/types.ts';
import type { TpsCount } from '../../../evidence/types.ts';
import { WAY_MEANINGS, WAY_NAMES } from '../../language/dictionary.ts';
import type { Wording } from '../../language/wording.ts';
import { type Markup, markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';
import { shortfall } from '../shortfall.ts';
import { type TableRow, tableElement } from '../table.ts';

/** TPS complete by the way in which they submit, and by what else sets them apart. */
export function waysSection({ input: { audit }, wording }: Page): Section {
  const { text } = wording;
  const { ways, tps, weakSignal, specialTps } = audit;
  return {
    name: 'ways',
    title: text('ways.title'),
    body: markup`<p class="lead">${text('ways.lead')}</p>
${tpsTable(text('ways.title'), true, text('ways.way'), wording, [
  ...WAYS.filter((way) => ways[way].planned > 0).map((way) =>
    tpsRow(named(wording.pick(WAY_NAMES[way]), wording.pick(WAY_MEANINGS[way])), ways[way], wording),
  ),
  tpsRow(text('total'), tps, wording, 'total'),
])}
${
  weakSignal.planned + specialTps.planned > 0 &&
  tpsTable(text('ways.among'), false, text('areas.tps'), wording, [
    ...(weakSignal.planned > 0 ? [tpsRow(text('ways.weakSignal'), weakSignal, wording)] : []),
    ...(specialTps.planned > 0
      ? [tpsRow(named(text('ways.specialTps'), text('ways.specialTps.meaning')), specialTps, wording)]
      : []),
  ])
}`,
  };
}

function tpsTable(
  caption: string,
  captionHidden: boolean,
  head: string,
  wording: Wording,
  rows: readonly TableRow[],
): Markup {
  const { text } = wording;
  return tableElement({
    caption,
    captionHidden,
    narrow: 'fit',
    columns: [
      { title: head },
      { title: text('operations.planned'), numeric: true },
      { title: text('areas.complete'), numeric: true },
      { title: text('areas.missing'), numeric: true },
    ],
    rows,
  });
}

function tpsRow(
  name: Markup | string,
  { planned, complete }: TpsCount,
  wording: Wording,
  kind?: 'total',
): TableRow {
  return {
    ...(kind ? { kind } : {}),
    cells: [name, wording.count(planned), wording.count(complete), shortfall(planned - complete, wording)],
  };
}

function named(name: string, meaning: string): Markup {
  return markup`${name}<span class="meaning">${meaning}</span>`;
}
