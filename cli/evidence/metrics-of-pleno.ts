import { count, type Metric, type MetricValue, share } from './metric-value.ts';
import type { Measurements, PlenoMeasurement } from './types.ts';

/** Of a run that held no pleno there is nothing to say. */
const NOTHING: MetricValue = { value: null, samples: 0, unit: 'share' };

/** What the plenaries came to, and whether what the target sums up is the plan's truth. */
export function plenoMetrics(): [string, Metric][] {
  const metric = (name: string, get: (pleno: PlenoMeasurement) => MetricValue): [string, Metric] => [
    `pleno.${name}`,
    ({ measurements: { pleno } }) => (pleno === null ? NOTHING : get(pleno)),
  ];
  return [
    metric('openedShare', ({ kecamatan }) => share(kecamatan.opened, kecamatan.planned)),
    metric('finalisedShare', ({ kecamatan }) => share(kecamatan.finalised, kecamatan.planned)),
    metric('publishedShare', ({ kecamatan }) => share(kecamatan.published, kecamatan.planned)),
    metric('filesTakenShare', ({ files }) => share(files.taken, files.planned)),
    metric('formsSavedShare', ({ forms }) => share(forms.saved, forms.planned)),
    metric('correctedShare', ({ forms }) => share(forms.corrected, forms.saved)),
    metric('conflicts', ({ conflicts, forms }) => count(conflicts, forms.planned, 'saves')),
    [
      'pleno.sumsEqualShare',
      ({ audit: { pleno } }) => (pleno?.read === true ? share(pleno.equal, pleno.planned) : NOTHING),
    ],
  ];
}

/**
 * Whether a criterion has anything to say of a run: of the pleno only where one was planned, and of looks and saves only where
 * not every kecamatan brings a file.
 */
export function isAsked(metric: string, { pleno, operations }: Measurements): boolean {
  if (!/^pleno[.A-Z]/.test(metric)) return true;
  if (pleno === null) return false;
  if (!/^pleno(Looks|Saves)\./.test(metric)) return true;
  return operations.some(({ operation, planned }) => operation === 'pleno-save' && planned > 0);
}
