import { markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';
import { badgeElement } from '../sign.ts';
import { tableElement } from '../table.ts';

/** The conditions under which the run counts at all. */
export function validitySection({ input: { verdict }, wording }: Page): Section {
  const { text } = wording;
  return {
    name: 'validity',
    title: text('validity.title'),
    body: markup`<p class="lead">${text('validity.lead')}</p>
${tableElement({
  caption: text('validity.title'),
  captionHidden: true,
  narrow: 'stack',
  columns: [
    { title: text('validity.check') },
    { title: text('result') },
    { title: text('validity.finding') },
  ],
  rows: verdict.validity.map(({ ok, title, explanation }) => ({
    cells: [
      wording.pick(title),
      ok ? badgeElement('good', text('result.ok')) : badgeElement('bad', text('result.failed')),
      markup`<span class="quiet small">${wording.pick(explanation)}</span>`,
    ],
  })),
})}`,
  };
}
