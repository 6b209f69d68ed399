import { RUN_FILES } from '../../../run-folder/types.ts';
import { markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';
import { tableElement } from '../table.ts';

/** The hashes by which the files behind the report can be told from others. */
export function evidenceSection({ input: { run, audit, verdict }, options, wording }: Page): Section {
  const { text } = wording;
  const files: [string, string][] = [
    [RUN_FILES.plan, audit.plan.sha256],
    [RUN_FILES.journal, audit.journal.sha256],
    [RUN_FILES.criteria, verdict.criteriaSha256],
    ...Object.entries(options.evidence ?? {}),
    ...Object.entries(run.scripts),
  ];
  const { lines, attempts, malformed, truncated, unplanned } = audit.journal;
  const differing = audit.plan.copies.filter(({ expected, found }) => expected !== found);
  return {
    name: 'evidence',
    title: text('evidence.title'),
    body: markup`<p class="lead">${text('evidence.lead')}</p>
${tableElement({
  caption: text('evidence.title'),
  captionHidden: true,
  narrow: 'stack',
  columns: [{ title: text('evidence.file') }, { title: 'SHA-256' }],
  rows: [...new Map(files)].map(([file, sha256]) => ({
    cells: [file, markup`<code>${sha256}</code>`],
  })),
})}
<p class="note">${text('evidence.journal', { lines, attempts, malformed })}${truncated && ` ${text('evidence.truncated')}`}${unplanned > 0 && ` ${text('evidence.unplanned', { count: unplanned })}`}${
      differing.length > 0 &&
      ` ${text('evidence.copies', { files: differing.map(({ file }) => file).join(', ') })}`
    }</p>`,
  };
}
