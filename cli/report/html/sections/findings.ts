import { FINDING_CODES } from '../../language/dictionary.ts';
import { markup } from '../markup.ts';
import type { Page } from '../page.ts';
import { foldElement, type Section } from '../section.ts';
import { tableElement } from '../table.ts';

/** Listed on the page; audit.json has all of them. */
const MAX_FINDINGS = 200;

/** Each discrepancy by itself. */
export function findingsSection({ input: { audit }, wording }: Page): Section {
  const { text } = wording;
  const total = audit.findings.length;
  const shown = audit.findings.slice(0, MAX_FINDINGS);
  const lead =
    total === 0
      ? text('findings.none')
      : total > shown.length
        ? text('findings.shown', { shown: shown.length, total, file: 'audit.json' })
        : text('findings.all', { total });
  const table = tableElement({
    caption: text('findings.list'),
    captionHidden: true,
    narrow: 'stack',
    columns: [
      { title: text('findings.finding') },
      { title: text('areas.tps') },
      { title: text('findings.document') },
      { title: text('findings.account') },
    ],
    rows: shown.map(({ code, tps, document, page, account }) => ({
      cells: [
        wording.pick(FINDING_CODES[code]),
        tps ?? '–',
        `${document ?? '–'}${page === null ? '' : `, ${text('findings.page', { page })}`}`,
        account ?? '–',
      ],
    })),
  });
  return {
    name: 'findings',
    title: text('findings.title'),
    body: markup`<p class="lead">${lead}</p>
${total > 0 && foldElement(text('findings.list'), table)}`,
  };
}
