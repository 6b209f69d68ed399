import type { Comparison, MetricComparison } from '../../evidence/comparison-types.ts';
import { METRIC_NAMES } from '../language/dictionary.ts';
import { NOTHING } from '../language/numbers.ts';
import type { Wording } from '../language/wording.ts';
import { inUnit } from '../reading/unit.ts';

/** Single figures that are read together with the documents. */
const COVERAGE = new Set(['tps', 'accounts']);

/** Units that the figure's name says already. */
const COUNTED = new Set(['uploads', 'TPS']);

/** The metrics by the first word of their name, in the order of the comparison. */
export function metricGroups({ metrics }: Comparison): [group: string, metrics: MetricComparison[]][] {
  const groups = new Map<string, MetricComparison[]>();
  for (const metric of metrics) {
    const [first = ''] = metric.metric.split('.');
    const group = COVERAGE.has(first) ? 'documents' : first;
    groups.set(group, [...(groups.get(group) ?? []), metric]);
  }
  return [...groups];
}

export function metricName({ metric }: MetricComparison, wording: Wording): string {
  return wording.name(METRIC_NAMES, metric.slice(metric.indexOf('.') + 1));
}

/** A value of a metric; null with samples never came to an end. */
export function metricValue(
  { unit }: MetricComparison,
  value: number | null,
  samples: number,
  wording: Wording,
): string {
  if (value === null) return samples > 0 ? wording.text('criteria.endless') : NOTHING;
  return inUnit(value, COUNTED.has(unit) ? null : unit, wording);
}

/** The difference with its sign; of shares in percentage points. */
export function metricDifference({ difference, unit }: MetricComparison, wording: Wording): string {
  if (difference === null) return NOTHING;
  if (difference === 0) return '0';
  const sign = difference > 0 ? '+' : '−';
  const size = Math.abs(difference);
  if (unit !== 'share') return sign + inUnit(size, COUNTED.has(unit) ? null : unit, wording);
  const points = size * 100;
  const digits = points >= 0.1 ? 1 : points >= 0.001 ? 3 : 5;
  return wording.text('compare.points', { points: sign + wording.decimal(points, digits) });
}
