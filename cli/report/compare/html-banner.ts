import type { ComparedRun, Comparison } from '../../evidence/comparison-types.ts';
import { type Markup, markup } from '../html/markup.ts';
import { signElement, VERDICT_SIGNS } from '../html/sign.ts';
import { VERDICT_WORDS } from '../language/dictionary.ts';
import type { Wording } from '../language/wording.ts';
import { partTitle, runTitle } from '../reading/scope.ts';
import { columnTitles, comparisonConclusion } from './summary.ts';

/** The two verdicts beside each other, what the comparison comes to, and what to know before believing it. */
export function comparisonBanner(comparison: Comparison, wording: Wording): Markup {
  const [firstTitle, secondTitle] = columnTitles(comparison, wording);
  const plan = wording.text(comparison.samePlan ? 'compare.samePlan' : 'compare.otherPlan');
  return markup`<header class="banner">
<p class="eyebrow">${wording.text('product.title')}</p>
<h1>${wording.text('compare.title')} <span>${firstTitle} · ${secondTitle}</span></h1>
<p class="when">${plan}</p>
<div class="runs">${runCard(firstTitle, comparison.first, wording)}${runCard(secondTitle, comparison.second, wording)}</div>
<p class="sentence">${comparisonConclusion(comparison, wording)}</p>
${
  comparison.notes.length > 0 &&
  markup`<h3 class="before">${wording.text('compare.notes')}</h3>
<ul class="reasons">${comparison.notes.map(
    (note) => markup`<li>${wording.pick(note)}</li>
`,
  )}</ul>`
}
</header>
`;
}

function runCard(title: string, run: ComparedRun, wording: Wording): Markup {
  const speed =
    run.speed === 1 ? '' : ` · ${wording.text('terminal.compression', { speed: String(run.speed) })}`;
  return markup`<div class="verdict ${run.verdict}">
<p class="eyebrow">${title}</p>
<p class="word">${signElement(VERDICT_SIGNS[run.verdict])}<strong>${wording.pick(VERDICT_WORDS[run.verdict])}</strong></p>
<p>${runTitle(run, wording)}${run.part !== null && markup`<br>${partTitle(run.part, wording)}`}</p>
<p class="quiet small">${wording.moment(run.startedAt)}${speed}<br>${run.runId}<br>${run.software ?? wording.text('unknown')}</p>
</div>
`;
}
