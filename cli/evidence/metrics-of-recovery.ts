import { count, type Metric, type MetricValue, share } from './metric-value.ts';
import type { Measurements, Recovery } from './types.ts';

/** Metrics of the disturbances that the target agreed to play; a refused one disturbed nothing and is no sample. */
export function recoveryMetrics(): [string, Metric][] {
  return [
    ['recovery.tookPlaceShare', ({ measurements }) => tookPlace(measurements, false)],
    ['signal.tookPlaceShare', ({ measurements }) => tookPlace(measurements, true)],
    [
      'recovery.lateUnsafe',
      ({ measurements }) => {
        const late = accepted(measurements).reduce((sum, recovery) => sum + recovery.late, 0);
        const unsafe = accepted(measurements).reduce((sum, one) => sum + (one.lateUnsafe ?? 0), 0);
        return count(unsafe, late, 'uploads');
      },
    ],
    [
      'signal.weakTpsShare',
      ({ measurements: { signal } }) => share(signal?.weakTps.over ?? 0, signal?.weakTps.planned ?? 0),
    ],
    [
      'signal.badLinksShare',
      ({ measurements: { signal } }) => {
        const bad = (signal?.links ?? []).filter(({ effect }) => effect !== null && effect !== 'unknown');
        return share(bad.filter(({ effect }) => effect === 'observed').length, bad.length);
      },
    ],
    ['recovery.drainSecond.max', ({ measurements }) => longestDrain(measurements, 1)],
    // By the plan's clock, to compare runs of different speed.
    ['recovery.drainPlanSecond.max', ({ measurements }) => longestDrain(measurements, measurements.speed)],
    [
      'recovery.drainedShare',
      ({ measurements }) => {
        const recoveries = accepted(measurements);
        const drained = recoveries.filter(({ drainSecond }) => drainSecond !== null).length;
        return {
          value: recoveries.length === 0 ? null : drained / recoveries.length,
          samples: recoveries.length,
          unit: 'share',
        };
      },
    ],
    [
      'recovery.acceptedShare',
      ({ measurements: { recoveries } }) => ({
        value:
          recoveries.length === 0 ? null : recoveries.filter((r) => r.accepted).length / recoveries.length,
        samples: recoveries.length,
        unit: 'share',
      }),
    ],
  ];
}

/**
 * Of the plan's own list: played, and felt. One that too few attempts met to tell leaves the whole unmeasured, unless
 * another is known not to have taken place.
 * @param ofSignal those that the run plays on the way, or those that the target plays
 */
function tookPlace({ recoveries }: Measurements, ofSignal: boolean): MetricValue {
  const planned = recoveries.filter(
    (recovery) => recovery.planned && (recovery.kecamatan !== null) === ofSignal,
  );
  const observed = planned.filter(({ effect }) => effect === 'observed').length;
  const unknown = planned.filter(({ effect }) => effect === 'unknown').length;
  return unknown > 0 && observed + unknown === planned.length ? share(0, 0) : share(observed, planned.length);
}

function longestDrain(measurements: Measurements, speed: number): MetricValue {
  const seconds = accepted(measurements).map(
    ({ drainSecond }) => (drainSecond ?? Number.POSITIVE_INFINITY) * speed,
  );
  return { value: seconds.length === 0 ? null : Math.max(...seconds), samples: seconds.length, unit: 's' };
}

function accepted({ recoveries }: Measurements): Recovery[] {
  return recoveries.filter((recovery) => recovery.accepted);
}
