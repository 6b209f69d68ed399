import { OPTIONAL_PARTS, type OptionalPart } from '../targets/parts.ts';
import type { Adapter, Target } from '../targets/target.ts';
import type { Phase } from '../workloads/phase.ts';

/** What no target can do without. */
const REQUIRED = ['photoField', 'login', 'list', 'upload', 'status'] as const;

/**
 * The optional parts that a target has.
 * @throws Error for an adapter that lacks what is required
 */
export function partsOf({ name }: Pick<Adapter, 'name'>, target: Target): OptionalPart[] {
  const lacking = REQUIRED.filter((part) => target[part] === undefined);
  if (lacking.length > 0) throw new Error(`Adapter ${name} lacks ${lacking.join(', ')}.`);
  return OPTIONAL_PARTS.filter((part) => target[part] !== undefined);
}

/**
 * Makes sure that a target has the optional parts that phases cannot do without. Said before anything is sent: an exception in
 * an iteration ends that one only, and k6 as if nothing were amiss.
 * @param parts that the target has
 * @throws Error naming the part
 */
export function requireParts(
  parts: readonly OptionalPart[],
  phases: readonly Pick<Phase, 'kind' | 'taps' | 'confirms' | 'offline'>[],
): void {
  const lacks = (part: OptionalPart) => !parts.includes(part);
  if (lacks('publicRead') && phases.some(({ kind }) => kind === 'reader'))
    throw new Error('The adapter has no publicRead, and this run has readers of the published results.');
  if (lacks('uploadTwice') && phases.some(({ taps }) => taps > 1))
    throw new Error('The adapter has no uploadTwice, and this run has double taps.');
  if (lacks('offline') && phases.some(({ offline }) => offline))
    throw new Error(
      'The adapter has no offline, and in this run phones send what they held while they were offline.',
    );
  if (lacks('confirm') && phases.some(({ confirms }) => confirms))
    throw new Error('The adapter has no confirm, and in this run KPPS compare and confirm what was read.');
  if (lacks('pleno') && phases.some(({ kind }) => kind === 'pleno'))
    throw new Error('The adapter has no pleno, and this run holds plenaries.');
}
