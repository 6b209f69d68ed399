import type { Metric } from './metric-value.ts';
import { ofLatency, PERCENTILES } from './metrics-of-operations.ts';

/** Metrics that only uploads have: at the plan's peak, and apart from the disturbances. */
export function uploadMetrics(): [string, Metric][] {
  return [
    [
      'uploads.peakThroughputShare',
      ({ measurements: { peakQuarter } }) => ({
        // What was planned earlier may arrive in the peak too: no more than all of it counts.
        value: peakQuarter === null ? null : Math.min(1, peakQuarter.acknowledged / peakQuarter.planned),
        samples: peakQuarter?.planned ?? 0,
        unit: 'share',
      }),
    ],
    ...PERCENTILES.map((percentile): [string, Metric] => [
      `uploads.undisturbedLatencyFromPlan.${percentile}`,
      ({ measurements }) => ofLatency(measurements.undisturbedUploads, percentile),
    ]),
  ];
}
