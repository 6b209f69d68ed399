import type { Metric } from './metric-value.ts';

/** How far a breakpoint came before the target broke. */
export function breakpointMetrics(): [string, Metric][] {
  return [
    [
      // Of the plan's own peak: 1 is as many sessions a second as the busiest moment of the plan, 2 twice as many.
      'breakpoint.peakShare',
      ({ measurements: { breakpoint } }) => ({
        value:
          breakpoint === null || breakpoint.peakRate === 0
            ? null
            : breakpoint.plannedRate / breakpoint.peakRate,
        samples: breakpoint?.sessions ?? 0,
        unit: 'share',
      }),
    ],
  ];
}
