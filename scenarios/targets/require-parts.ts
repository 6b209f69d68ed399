import type { Phase } from '../workloads/phase.ts';
import type { Target } from './target.ts';

/**
 * Makes sure that a target has the optional parts that phases cannot do without. Said before anything is sent: an exception in
 * an iteration ends that one only, and k6 as if nothing were amiss.
 * @throws Error naming the part
 */
export function requireParts(
  target: Target,
  phases: readonly Pick<Phase, 'kind' | 'taps' | 'confirms' | 'offline'>[],
): void {
  if (target.publicRead === undefined && phases.some(({ kind }) => kind === 'reader'))
    throw new Error('The adapter has no publicRead, and this run has readers of the published results.');
  if (target.uploadTwice === undefined && phases.some(({ taps }) => taps > 1))
    throw new Error('The adapter has no uploadTwice, and this run has double taps.');
  if (target.offline === undefined && phases.some(({ offline }) => offline))
    throw new Error(
      'The adapter has no offline, and in this run phones send what they held while they were offline.',
    );
  if (target.confirm === undefined && phases.some(({ confirms }) => confirms))
    throw new Error('The adapter has no confirm, and in this run KPPS compare and confirm what was read.');
  if (target.pleno === undefined && phases.some(({ kind }) => kind === 'pleno'))
    throw new Error('The adapter has no pleno, and this run holds plenaries.');
}
