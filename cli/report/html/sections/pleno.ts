import type { PlenoMeasurement } from '../../../evidence/types.ts';
import { plenoSteps, withoutPleno } from '../../reading/pleno.ts';
import { type Markup, markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';
import { tableElement } from '../table.ts';

/** What the plenaries came to, and whether their sums are the plan's. */
export function plenoSection(page: Page): Section {
  const { input, wording } = page;
  const { pleno } = input.measurements;
  return {
    name: 'pleno',
    title: wording.text('pleno.title'),
    body:
      pleno === null
        ? markup`<p class="lead">${withoutPleno(input, wording)}</p>`
        : markup`<p class="lead">${leadOf(pleno, page)}</p>
<p>${sumsOf(page)} ${wording.text('pleno.assumed')}</p>
${stepTable(page)}`,
  };
}

function leadOf({ kecamatan, forms }: PlenoMeasurement, { wording }: Page): string {
  const { planned, published } = kecamatan;
  return wording.text('pleno.lead', { planned, published, saved: forms.saved, forms: forms.planned });
}

function sumsOf({ input: { audit }, wording }: Page): string {
  const { pleno } = audit;
  if (pleno === null || !pleno.read) return wording.text('pleno.sums.unread');
  return wording.text('pleno.sums', { equal: pleno.equal, planned: pleno.planned });
}

function stepTable({ input, wording }: Page): Markup {
  const { text } = wording;
  return tableElement({
    caption: text('pleno.caption'),
    narrow: 'fit',
    columns: [
      { title: text('pleno.what') },
      { title: text('pleno.count'), numeric: true },
      { title: text('pleno.planned'), numeric: true },
    ],
    rows: plenoSteps(input).map(({ name, count, planned }) => ({
      cells: [text(name), wording.count(count), planned === null ? '–' : wording.count(planned)],
    })),
  });
}
