import type { Audit, Outcome } from '../../../evidence/types.ts';
import { OUTCOME_MEANINGS, OUTCOMES, PHASES } from '../../language/dictionary.ts';
import type { Wording } from '../../language/wording.ts';
import { OUTCOME_ORDER } from '../../reading/outcomes.ts';
import { outcomeBar } from '../charts/outcome-bar.ts';
import { type Markup, markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';
import { type TableRow, tableElement } from '../table.ts';
import { formsElement } from './forms.ts';

/** What became of every planned upload. */
export function documentsSection({ input: { audit }, wording }: Page): Section {
  const { text } = wording;
  const phases = Object.entries(audit.phases);
  return {
    name: 'documents',
    title: text('documents.title'),
    body: markup`<p class="lead">${text('documents.lead')}</p>
${outcomeBar(audit, wording)}
${tableElement({
  caption: text('documents.caption'),
  captionHidden: true,
  narrow: 'fit',
  columns: [
    { title: text('documents.outcome') },
    { title: text('documents.uploads'), numeric: true },
    { title: text('documents.share'), numeric: true },
  ],
  rows: [
    ...OUTCOME_ORDER.map((outcome): TableRow => ({ cells: outcomeCells(outcome, audit, wording) })),
    {
      kind: 'total',
      cells: [
        text('documents.planned'),
        wording.count(audit.planned),
        wording.share(audit.planned, audit.planned),
      ],
    },
    {
      cells: [
        markup`${text('documents.unexpected')}<span class="meaning">${text('documents.unexpected.meaning')}</span>`,
        wording.count(audit.unexpected),
        '',
      ],
    },
  ],
})}
${
  phases.length > 1 &&
  tableElement({
    caption: text('documents.phases'),
    narrow: 'fit',
    columns: [
      { title: text('documents.phase') },
      { title: text('documents.planned'), numeric: true },
      { title: text('documents.stored'), numeric: true },
    ],
    rows: phases.map(([phase, { planned, stored }]) => ({
      cells: [wording.name(PHASES, phase), wording.count(planned), wording.count(stored)],
    })),
  })
}
${audit.forms !== undefined && formsElement(audit.forms, wording)}
<p class="note">${text('documents.readback', {
      moment: wording.moment(audit.readback.fetchedAt),
      uploads: audit.readback.uploads,
    })} <span class="quiet">${audit.readback.source}</span></p>`,
  };
}

function outcomeCells(outcome: Outcome, audit: Audit, wording: Wording): (Markup | string)[] {
  return [
    markup`<span class="swatch ${outcome}"></span>${wording.pick(OUTCOMES[outcome])}<span class="meaning">${wording.pick(OUTCOME_MEANINGS[outcome])}${outcome === 'unacknowledged' && partsOf(audit, wording)}</span>`,
    wording.count(audit[outcome]),
    wording.share(audit[outcome], audit.planned),
  ];
}

/** What is known beyond "never acknowledged". */
function partsOf({ notAsked, storedUnacknowledged }: Audit, wording: Wording): string {
  const parts = [
    notAsked > 0 && `${wording.count(notAsked)} ${wording.text('documents.notAsked')}`,
    storedUnacknowledged > 0 &&
      `${wording.count(storedUnacknowledged)} ${wording.text('documents.storedUnacknowledged')}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : ` ${parts.join('; ')}.`;
}
