import type { CriterionResult } from '../../../evidence/types.ts';
import type { Wording } from '../../language/wording.ts';
import { expectedOf, foundOf } from '../../reading/criterion.ts';
import { type Markup, markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';
import { badgeElement, type SignName } from '../sign.ts';
import { tableElement } from '../table.ts';

/** What was demanded before the run, and what was found. */
export function criteriaSection({ input: { verdict }, wording }: Page): Section {
  const { text } = wording;
  return {
    name: 'criteria',
    title: text('criteria.title'),
    body:
      verdict.criteria.length === 0
        ? markup`<p class="lead">${text('criteria.none')}</p>`
        : markup`<p class="lead">${text('criteria.lead', { name: verdict.criteriaName })}</p>
${tableElement({
  caption: text('criteria.title'),
  captionHidden: true,
  narrow: 'stack',
  columns: [
    { title: text('criteria.criterion') },
    { title: text('criteria.expected'), numeric: true },
    { title: text('criteria.found'), numeric: true },
    { title: text('criteria.samples'), numeric: true },
    { title: text('result') },
  ],
  rows: verdict.criteria.map((criterion) => ({
    cells: [
      markup`${wording.pick(criterion.title)}<span class="meaning">${criterion.source}</span>`,
      expectedOf(criterion, wording),
      markup`<b>${foundOf(criterion, wording)}</b>`,
      samplesOf(criterion, wording),
      resultOf(criterion, wording),
    ],
  })),
})}`,
  };
}

function samplesOf({ samples, minimumSamples }: CriterionResult, wording: Wording): string {
  return samples < minimumSamples
    ? wording.text('criteria.samples.of', { samples, minimum: minimumSamples })
    : wording.count(samples);
}

const SIGNS: Record<CriterionResult['result'], SignName> = {
  pass: 'good',
  fail: 'bad',
  'no-samples': 'unsure',
};
const WORDS = { pass: 'result.ok', fail: 'result.failed', 'no-samples': 'result.noSamples' } as const;

function resultOf({ result, level }: CriterionResult, wording: Wording): Markup {
  const warning = level === 'warn' && result !== 'pass';
  return markup`${badgeElement(warning ? 'warn' : SIGNS[result], wording.text(WORDS[result]))}${level === 'warn' && markup`<span class="meaning">${wording.text('criteria.warn')}</span>`}`;
}
