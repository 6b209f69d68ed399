import type { Comparison, Fate, LoginFate } from '../../evidence/comparison-types.ts';
import type { Wording } from '../language/wording.ts';

/** How a run or phase is called at the head of a column: by its round where the two rounds differ. */
export function columnTitles(
  { first, second }: Comparison,
  wording: Wording,
): [first: string, second: string] {
  if (first.round === null || second.round === null || first.round === second.round)
    return [wording.text('compare.first'), wording.text('compare.second')];
  return [
    wording.text('compare.round', { round: first.round }),
    wording.text('compare.round', { round: second.round }),
  ];
}

/** Uploads that failed in the first run and failed again wherever the second run tested them last. */
export function failedAgain(fates: readonly Fate[]): number {
  return fates.filter(({ retest, main }) => (main ?? retest ?? 'stored') !== 'stored').length;
}

/** `27 of 30 stored intact`, of those that were tested in this phase at all. */
export function storedIn(fates: readonly Fate[], phase: 'retest' | 'main', wording: Wording): string {
  const tested = fates.filter((fate) => fate[phase] !== null);
  if (tested.length === 0) return wording.text('compare.fates.untested');
  const stored = tested.filter((fate) => fate[phase] === 'stored').length;
  return wording.text('compare.fates.stored', { stored, tested: tested.length });
}

/** `27 of 30 got in`, of those accounts that were tested in this phase at all. */
function acceptedIn(fates: readonly LoginFate[], phase: 'retest' | 'main', wording: Wording): string {
  const tested = fates.filter((fate) => fate[phase] !== null);
  if (tested.length === 0) return wording.text('compare.fates.untested');
  const accepted = tested.filter((fate) => fate[phase]).length;
  return wording.text('compare.logins.accepted', { accepted, tested: tested.length });
}

/** What became of the logins that were given up in the first run, in a sentence; null where none were. */
export function loginFatesText(fates: readonly LoginFate[], wording: Wording): string | null {
  if (fates.length === 0) return null;
  return wording.text('compare.logins.lead', {
    failed: fates.length,
    retest: acceptedIn(fates, 'retest', wording),
    main: acceptedIn(fates, 'main', wording),
  });
}

/** What the comparison comes to, in a sentence or two. */
export function comparisonConclusion(comparison: Comparison, wording: Wording): string {
  if (!comparison.comparable) return wording.text('compare.incomparable');
  const count = (change: string) => comparison.metrics.filter((metric) => metric.change === change).length;
  return wording.text('compare.conclusion', {
    better: count('better'),
    worse: count('worse'),
    failed: comparison.fates.length,
    again: failedAgain(comparison.fates),
    anew: comparison.newFailures.length,
  });
}
