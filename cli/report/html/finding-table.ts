import type { Finding } from '../../evidence/types.ts';
import { FINDING_CODES } from '../language/dictionary.ts';
import { NOTHING } from '../language/numbers.ts';
import type { Wording } from '../language/wording.ts';
import type { Markup } from './markup.ts';
import { tableElement } from './table.ts';

/** Discrepancies, one a row. */
export function findingTable(caption: string, findings: readonly Finding[], wording: Wording): Markup {
  const { text } = wording;
  return tableElement({
    caption,
    captionHidden: true,
    narrow: 'stack',
    columns: [
      { title: text('findings.finding') },
      { title: text('areas.tps') },
      { title: text('findings.document') },
      { title: text('findings.account') },
    ],
    rows: findings.map(({ code, tps, document, page, account }) => ({
      cells: [
        wording.name(FINDING_CODES, code),
        tps ?? NOTHING,
        `${document ?? NOTHING}${page === null ? '' : `, ${text('findings.page', { page })}`}`,
        account ?? NOTHING,
      ],
    })),
  });
}
