import type { Comparison } from '../../evidence/comparison-types.ts';
import { findingTable } from '../html/finding-table.ts';
import { markup } from '../html/markup.ts';
import { foldElement, type Section } from '../html/section.ts';
import type { Wording } from '../language/wording.ts';

const MAX_FINDINGS = 200;

/** What failed in the second run and had not failed in the first. */
export function newFailuresSection({ newFailures }: Comparison, wording: Wording): Section {
  const { text } = wording;
  const total = newFailures.length;
  const shown = newFailures.slice(0, MAX_FINDINGS);
  return {
    name: 'anew',
    title: text('compare.anew'),
    body:
      total === 0
        ? markup`<p class="lead">${text('compare.anew.none')}</p>`
        : markup`<p class="lead">${text('compare.anew.lead', { count: total })}${
            shown.length < total && ` ${text('compare.shown', { shown: shown.length, total })}`
          }</p>
${foldElement(text('findings.list'), findingTable(text('compare.anew'), shown, wording))}`,
  };
}
