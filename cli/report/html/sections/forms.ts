import type { FormCounts } from '../../../evidence/types.ts';
import type { Wording } from '../../language/wording.ts';
import { formRows } from '../../reading/form-rows.ts';
import { type Markup, markup } from '../markup.ts';
import { tableElement } from '../table.ts';

/** What became of the C.Hasil that KPPS were to compare and confirm. */
export function formsElement(forms: FormCounts, wording: Wording): Markup {
  const { text } = wording;
  return markup`<p>${text('forms.lead')}</p>
${tableElement({
  caption: text('forms.title'),
  narrow: 'fit',
  columns: [
    { title: text('forms.what') },
    { title: text('forms.count'), numeric: true },
    { title: text('documents.share'), numeric: true },
  ],
  rows: [
    ...formRows(forms).map(({ key, count, part }) => ({
      cells: [part ? `· ${text(key)}` : text(key), wording.count(count), wording.share(count, forms.planned)],
    })),
    {
      kind: 'total' as const,
      cells: [
        text('forms.planned'),
        wording.count(forms.planned),
        wording.share(forms.planned, forms.planned),
      ],
    },
  ],
})}
<p class="note">${text('forms.figures', { figures: forms.figuresCorrected, forms: forms.corrected })}</p>`;
}
