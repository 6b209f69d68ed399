import type { Measurements } from '../../evidence/types.ts';
import { OPERATIONS } from '../language/dictionary.ts';
import type { Wording } from '../language/wording.ts';

/** How far a breakpoint came, in words; null for other workloads. `value` is operations a second. */
export function breakpointText(
  { breakpoint }: Measurements,
  wording: Wording,
): { name: string; value: string; below: string } | null {
  if (breakpoint === null) return null;
  const { operation, bestAchievedRate, peakOperationRate, plannedRate, stopped } = breakpoint;
  return {
    name: wording.pick(OPERATIONS[operation]),
    value: wording.rate(bestAchievedRate),
    below: wording.text('figures.breakpoint.of', {
      times: peakOperationRate === 0 ? '?' : wording.decimal(bestAchievedRate / peakOperationRate, 1),
      ended: wording.text(stopped ? 'figures.breakpoint.stopped' : 'figures.breakpoint.end'),
      rate: wording.rate(plannedRate),
    }),
  };
}
