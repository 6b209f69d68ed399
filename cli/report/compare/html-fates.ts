import type { Comparison, Fate, LoginFate } from '../../evidence/comparison-types.ts';
import type { Outcome } from '../../evidence/types.ts';
import { type Markup, markup } from '../html/markup.ts';
import { foldElement, type Section } from '../html/section.ts';
import { badgeElement } from '../html/sign.ts';
import { tableElement } from '../html/table.ts';
import { OUTCOMES } from '../language/dictionary.ts';
import type { Wording } from '../language/wording.ts';
import { DISCREPANCIES } from '../reading/outcomes.ts';
import { loginFatesText, storedIn } from './summary.ts';

const MAX_FATES = 200;

/** What became of every upload and every login that failed in the first run. */
export function fatesSection({ fates, loginFates }: Comparison, wording: Wording): Section {
  const { text } = wording;
  const title = text('compare.fates');
  const logins = loginsOf(loginFates, wording);
  if (fates.length === 0)
    return { name: 'fates', title, body: markup`<p class="lead">${text('compare.fates.none')}</p>${logins}` };
  return {
    name: 'fates',
    title,
    body: markup`<p class="lead">${text('compare.fates.lead', {
      failed: fates.length,
      retest: storedIn(fates, 'retest', wording),
      main: storedIn(fates, 'main', wording),
    })}</p>
${countTable(fates, wording)}
${foldElement(text('compare.fates.list'), fateTable(fates, wording))}${logins}`,
  };
}

function loginsOf(fates: readonly LoginFate[], wording: Wording): Markup | false {
  const { text } = wording;
  const lead = loginFatesText(fates, wording);
  if (lead === null) return false;
  const shown = fates.slice(0, MAX_FATES);
  const table = tableElement({
    caption: text('compare.logins.list'),
    captionHidden: true,
    narrow: 'stack',
    columns: [
      { title: text('findings.account') },
      { title: text('compare.fates.first') },
      { title: text('compare.fates.retest') },
      { title: text('compare.logins.main') },
    ],
    rows: shown.map(({ account, first, retest, main }) => ({
      cells: [account, text(`compare.logins.${first}`), loginOf(retest, wording), loginOf(main, wording)],
    })),
  });
  const more =
    shown.length < fates.length &&
    markup`<p class="note">${text('compare.shown', { shown: shown.length, total: fates.length })}</p>`;
  return markup`
<p>${lead}</p>
${foldElement(text('compare.logins.list'), markup`${table}${more}`)}`;
}

function loginOf(accepted: boolean | null, { text }: Wording): Markup {
  if (accepted === null) return markup`<span class="quiet">${text('compare.fates.untested')}</span>`;
  return badgeElement(accepted ? 'good' : 'bad', text(accepted ? 'compare.logins.in' : 'compare.logins.out'));
}

function countTable(fates: readonly Fate[], wording: Wording): Markup {
  const { text } = wording;
  return tableElement({
    caption: text('compare.fates'),
    captionHidden: true,
    narrow: 'stack',
    columns: [
      { title: text('compare.fates.first') },
      { title: text('documents.uploads'), numeric: true },
      { title: text('compare.fates.retest') },
      { title: text('compare.fates.main') },
    ],
    rows: DISCREPANCIES.map((outcome) => fates.filter(({ first }) => first === outcome))
      .filter((failed) => failed.length > 0)
      .map((failed) => ({
        cells: [
          wording.pick(OUTCOMES[failed[0]?.first ?? 'lost']),
          wording.count(failed.length),
          storedIn(failed, 'retest', wording),
          storedIn(failed, 'main', wording),
        ],
      })),
  });
}

function fateTable(fates: readonly Fate[], wording: Wording): Markup {
  const { text } = wording;
  const shown = fates.slice(0, MAX_FATES);
  const table = tableElement({
    caption: text('compare.fates.list'),
    captionHidden: true,
    narrow: 'stack',
    columns: [
      { title: text('areas.tps') },
      { title: text('findings.document') },
      { title: text('compare.fates.first') },
      { title: text('compare.fates.retest') },
      { title: text('compare.fates.main') },
    ],
    rows: shown.map(({ tps, document, page, first, retest, main }) => ({
      cells: [
        tps,
        `${document}, ${text('findings.page', { page })}`,
        wording.pick(OUTCOMES[first]),
        outcomeOf(retest, wording),
        outcomeOf(main, wording),
      ],
    })),
  });
  return markup`${table}
${
  shown.length < fates.length &&
  markup`<p class="note">${text('compare.shown', { shown: shown.length, total: fates.length })}</p>`
}`;
}

function outcomeOf(outcome: Outcome | null, wording: Wording): Markup {
  if (outcome === null) return markup`<span class="quiet">${wording.text('compare.fates.untested')}</span>`;
  return badgeElement(outcome === 'stored' ? 'good' : 'bad', wording.pick(OUTCOMES[outcome]));
}
