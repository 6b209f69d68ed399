import type { RunPart, RunRecord } from '../../run-folder/types.ts';
import { FLOW_TITLES, WORKLOADS } from '../language/dictionary.ts';
import type { Wording } from '../language/wording.ts';

/** What was run, in a few words: the workload, and what sets it apart from KPPS uploading in the whole region. */
export function runTitle(run: Pick<RunRecord, 'workload' | 'flow' | 'readers'>, wording: Wording): string {
  const parts = [wording.pick(WORKLOADS[run.workload])];
  if (run.flow !== 'kpps') parts.push(wording.pick(FLOW_TITLES[run.flow]));
  if (run.readers) parts.push(wording.text('scope.readers'));
  return parts.join(' · ');
}

/** The part of the region that was asked, in a few words; null where it was all of it. */
export function partTitle(part: RunPart | null, wording: Wording): string | null {
  if (part === null) return null;
  return wording.text('scope.part', { areas: areasOf(part, wording), tps: part.tps });
}

/** The areas of a part by name and code. */
export function areasOf({ areas }: RunPart, wording: Wording): string {
  return areas
    .map(
      ({ level, name, code }) =>
        `${level === 'tps' ? '' : `${wording.text(`scope.${level}`)} `}${name} (${code})`,
    )
    .join(', ');
}
