import { RUN_FILES } from '../../../run-folder/types.ts';
import { findingTable } from '../finding-table.ts';
import { markup } from '../markup.ts';
import type { Page } from '../page.ts';
import { foldElement, type Section } from '../section.ts';

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
        ? text('findings.shown', { shown: shown.length, total, file: RUN_FILES.audit })
        : text('findings.all', { total });
  return {
    name: 'findings',
    title: text('findings.title'),
    body: markup`<p class="lead">${lead}</p>
${total > 0 && foldElement(text('findings.list'), findingTable(text('findings.list'), shown, wording))}`,
  };
}
