import { VERDICT_WORDS } from '../../language/dictionary.ts';
import { conclusion } from '../../reading/conclusion.ts';
import { partTitle, runTitle } from '../../reading/scope.ts';
import { type Markup, markup } from '../markup.ts';
import type { Page } from '../page.ts';
import { signElement, VERDICT_SIGNS } from '../sign.ts';

/** What was run, the verdict on it and the sentence that says what the verdict means. */
export function bannerElement({ input, wording }: Page): Markup {
  const { run, plan, verdict } = input;
  const speed =
    run.speed === 1 ? '' : ` · ${wording.text('terminal.compression', { speed: String(run.speed) })}`;
  return markup`<header class="banner ${verdict.verdict}">
<p class="eyebrow">${wording.text('product.title')}</p>
<h1>${runTitle(run, wording)} <span>${[plan.area.name, partTitle(run.part, wording)].filter((text) => text !== null).join(' · ')}</span></h1>
<p class="when">${wording.moment(run.startedAt)}${speed}</p>
<div class="verdict">
<p class="word">${signElement(VERDICT_SIGNS[verdict.verdict])}<strong>${wording.pick(VERDICT_WORDS[verdict.verdict])}</strong></p>
<p class="sentence">${conclusion(input, wording)}</p>
${verdict.exercise && exerciseElement(wording.text('exercise.notice'), wording.text('exercise.why'))}
</div>
</header>
`;
}

function exerciseElement(notice: string, why: string): Markup {
  return markup`<div class="exercise">${signElement('warn')}<div><p><strong>${notice}</strong></p><p>${why}</p></div></div>`;
}
