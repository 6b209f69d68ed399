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
  return {
    name: 'mistakes',
    title: text('mistakes.title'),
    body:
      planned.length === 0
        ? markup`<p class="lead">${text('mistakes.none')}</p>`
        : markup`<p class="lead">${text('mistakes.lead')}</p>
${plan.photos?.mode === 'pool' && markup`<p class="note">${text('mistakes.pool')}</p>`}
${mistakeTable(planned, wording)}`,
  };
}

function mistakeTable(mistakes: readonly MistakeCount[], wording: Wording): Markup {
  const { text } = wording;
  const totals = mistakeTotals(mistakes);
  return tableElement({
    caption: text('mistakes.title'),
    captionHidden: true,
    narrow: 'fit',
    columns: [
      { title: text('mistakes.kind') },
      { title: text('mistakes.planned'), numeric: true },
      { title: text('mistakes.met'), numeric: true },
      { title: text('mistakes.missing'), numeric: true },
    ],
    rows: [
      ...mistakes.map(({ kind, planned, met }) => ({
        cells: [
          wording.pick(MISTAKE_NAMES[kind]),
          wording.count(planned),
          met === null
            ? markup`<span class="quiet">${text('mistakes.notCarried')}</span>`
            : wording.count(met),
          met === null ? '' : shortfall(planned - met, wording),
        ],
      })),
      {
        kind: 'total' as const,
        cells: [
          text('mistakes.carried'),
          wording.count(totals.carried),
          wording.count(totals.met),
          shortfall(totals.carried - totals.met, wording),
        ],
      },
    ],
  });
}
