import type { ReportInput } from '../input.ts';
import { OUTCOMES } from '../language/dictionary.ts';
import type { Wording } from '../language/wording.ts';
import { disagreements } from './agreement.ts';
import { expectedOf, foundOf } from './criterion.ts';
import { DISCREPANCIES } from './outcomes.ts';

/** Why the verdict is what it is, in the reader's language: what is not valid, not complete, not good enough. */
export function reasonsFor(input: ReportInput, wording: Wording): string[] {
  const { audit, measurements, verdict } = input;
  const reasons: string[] = [];
  for (const check of verdict.validity)
    if (!check.ok) {
      const title = wording.text('reasons.validity', { title: wording.pick(check.title) });
      reasons.push(`${title}. ${wording.pick(check.explanation)}`);
    }
  for (const outcome of DISCREPANCIES)
    if (audit[outcome] > 0)
      reasons.push(
        wording.text('reasons.documents', { label: wording.pick(OUTCOMES[outcome]), count: audit[outcome] }),
      );
  if (audit.unexpected > 0)
    reasons.push(
      wording.text('reasons.documents', {
        label: wording.text('documents.unexpected'),
        count: audit.unexpected,
      }),
    );
  const incomplete = audit.tps.planned - audit.tps.complete;
  if (incomplete > 0)
    reasons.push(wording.text('reasons.tps', { count: incomplete, planned: audit.tps.planned }));
  for (const criterion of verdict.criteria) {
    const warning = criterion.level === 'warn' ? ` (${wording.text('criteria.warn')})` : '';
    const title = `${wording.pick(criterion.title)}${warning}`;
    if (criterion.result === 'no-samples')
      reasons.push(
        wording.text('reasons.samples', {
          title,
          samples: criterion.samples,
          minimum: criterion.minimumSamples,
        }),
      );
    if (criterion.result === 'fail')
      reasons.push(
        wording.text('reasons.criterion', {
          title,
          expected: expectedOf(criterion, wording),
          found: foundOf(criterion, wording),
        }),
      );
  }
  if (!audit.levelsAgree) reasons.push(wording.text('reasons.levels'));
  for (const { what, rows, total } of disagreements(audit, measurements))
    reasons.push(wording.text('reasons.disagree', { what, rows, total }));
  return reasons;
}
