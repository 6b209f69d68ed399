import type { Metric } from './metric-value.ts';

/** How far a breakpoint came before the target broke. */
export function breakpointMetrics(): [string, Metric][] {
  return [
    [
      // What the target carried at its best against what the plan's busiest moment asks for: 1 is as much, 2 twice as much.
      'breakpoint.peakShare',
      ({ measurements: { breakpoint } }) => ({
        value:
          breakpoint === null || breakpoint.peakOperationRate === 0
            ? null
            : breakpoint.bestAchievedRate / breakpoint.peakOperationRate,
        samples: breakpoint?.sessions ?? 0,
        unit: 'share',
      }),
    ],
  ];
}
