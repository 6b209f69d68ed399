import { WITHOUT_PART } from '../../../scenarios/targets/parts.ts';
import type { ReportInput } from '../input.ts';
import type { Wording } from '../language/wording.ts';

/** What the steps are called. */
export type PlenoStepName =
  `pleno.${'opened' | 'files' | 'saved' | 'corrected' | 'conflicts' | 'finalised' | 'published' | 'equal'}`;

/** A step of the plenaries: how many came so far, of how many. */
export interface PlenoStep {
  name: PlenoStepName;
  count: number;
  /** null: nothing was planned of it. */
  planned: number | null;
}

/** The steps of a run's plenaries in order; none where it held none. */
export function plenoSteps({
  measurements,
  audit,
}: Pick<ReportInput, 'measurements' | 'audit'>): PlenoStep[] {
  const { pleno } = measurements;
  if (pleno === null) return [];
  const { kecamatan, files, forms, conflicts } = pleno;
  const ofAll = (name: PlenoStepName, count: number): PlenoStep => ({
    name,
    count,
    planned: kecamatan.planned,
  });
  return [
    ofAll('pleno.opened', kecamatan.opened),
    ...(files.planned === 0
      ? []
      : [{ name: 'pleno.files' as const, count: files.taken, planned: files.planned }]),
    { name: 'pleno.saved', count: forms.saved, planned: forms.planned },
    { name: 'pleno.corrected', count: forms.corrected, planned: null },
    { name: 'pleno.conflicts', count: conflicts, planned: null },
    ofAll('pleno.finalised', kecamatan.finalised),
    ofAll('pleno.published', kecamatan.published),
    ...(audit.pleno?.read === true ? [ofAll('pleno.equal', audit.pleno.equal)] : []),
  ];
}

/** Why a run held no plenary. */
export function withoutPleno({ run }: Pick<ReportInput, 'run'>, wording: Wording): string {
  if (run.workload !== 'round-2') return wording.text('pleno.off.workload');
  if (run.target.missingParts.includes('pleno')) return wording.pick(WITHOUT_PART.pleno);
  return wording.text('pleno.off.part');
}
