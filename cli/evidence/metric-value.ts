import type { Audit, Measurements } from './types.ts';

/** What a metric is computed from. */
export interface Evidence {
  audit: Audit;
  measurements: Measurements;
}

export type MetricUnit = 'share' | 'ms' | 's' | 'uploads' | 'TPS' | 'forms' | 'saves';

export interface MetricValue {
  /** null: nothing to measure. Infinity: measured, and it never came to an end. */
  value: number | null;
  /** Of how many things the value speaks. 0 samples are no value. */
  samples: number;
  unit: MetricUnit;
}

export type Metric = (evidence: Evidence) => MetricValue;

/** `part` of `whole`; null where there is no whole. */
export function share(part: number, whole: number): MetricValue {
  return { value: whole === 0 ? null : part / whole, samples: whole, unit: 'share' };
}

/** A number of things among `samples`; null where there was nothing to count among. */
export function count(found: number, samples: number, unit: MetricUnit): MetricValue {
  return { value: samples === 0 ? null : found, samples, unit };
}
