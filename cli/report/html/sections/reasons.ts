import { reasonsFor } from '../../reading/reasons.ts';
import { markup } from '../markup.ts';
import type { Page } from '../page.ts';
import { foldElement, type Section } from '../section.ts';

/** Why the verdict is what it is: in the reader's language, and as the verdict itself recorded it. */
export function reasonsSection({ input, wording }: Page): Section {
  const reasons = reasonsFor(input, wording);
  const recorded = input.verdict.reasons;
  return {
    name: 'reasons',
    title: wording.text('reasons.title'),
    body: markup`${
      reasons.length === 0
        ? markup`<p class="lead">${wording.text('reasons.none')}</p>`
        : markup`<ul class="reasons">${reasons.map(
            (reason) => markup`<li>${reason}</li>
`,
          )}</ul>`
    }
${
  recorded.length > 0 &&
  foldElement(
    wording.text('reasons.recorded'),
    markup`<ul class="recorded" lang="en">${recorded.map(
      (reason) => markup`<li>${reason}</li>
`,
    )}</ul>`,
  )
}`,
  };
}
