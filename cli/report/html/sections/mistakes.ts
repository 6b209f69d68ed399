import type { MistakeCount } from '../../../evidence/types.ts';
import { MISTAKE_NAMES } from '../../language/dictionary.ts';
import type { Wording } from '../../language/wording.ts';
import { mistakesPlanned, mistakeTotals } from '../../reading/mistakes.ts';
import { type Markup, markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';
import { shortfall } from '../shortfall.ts';
import { tableElement } from '../table.ts';

/** What went wrong on purpose: how many of each kind the server should meet, and how many it met. */
export function mistakesSection({ input: { audit, plan }, wording }: Page): Section {
  const { text } = wording;
  const planned = mistakesPlanned(audit);
  const shown = planned.filter(({ carried }) => carried);
  const hidden = planned.filter(({ carried }) => !carried);
  return {
    name: 'mistakes',
    title: text('mistakes.title'),
    body:
      planned.length === 0
        ? markup`<p class="lead">${text('mistakes.none')}</p>`
        : markup`<p class="lead">${text('mistakes.lead')}</p>
${shown.length > 0 && metTable(shown, wording)}
${hidden.length > 0 && hiddenTable(hidden, wording)}
${hidden.length > 0 && plan.photos?.mode === 'pool' && markup`<p class="note">${text('mistakes.pool')}</p>`}`,
  };
}

function metTable(mistakes: readonly MistakeCount[], wording: Wording): Markup {
  const { text } = wording;
  const totals = mistakeTotals(mistakes);
  const counts = (planned: number, met: number) => [
    wording.count(planned),
    wording.count(met),
    shortfall(planned - met, wording),
  ];
  return tableElement({
    caption: text('mistakes.title'),
    captionHidden: true,
    narrow: 'fit',
    columns: [
      { title: text('mistakes.kind') },
      { title: text('operations.planned'), numeric: true },
      { title: text('mistakes.met'), numeric: true },
      { title: text('areas.missing'), numeric: true },
    ],
    rows: [
      ...mistakes.map(({ kind, planned, met }) => ({
        cells: [wording.pick(MISTAKE_NAMES[kind]), ...counts(planned, met ?? 0)],
      })),
      { kind: 'total' as const, cells: [text('total'), ...counts(totals.carried, totals.met)] },
    ],
  });
}

function hiddenTable(mistakes: readonly MistakeCount[], wording: Wording): Markup {
  const { text } = wording;
  return tableElement({
    caption: text('mistakes.hidden'),
    narrow: 'fit',
    columns: [{ title: text('mistakes.kind') }, { title: text('operations.planned'), numeric: true }],
    rows: mistakes.map(({ kind, planned }) => ({
      cells: [wording.pick(MISTAKE_NAMES[kind]), wording.count(planned)],
    })),
  });
}
