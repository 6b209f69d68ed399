import { fraction, type Stream, streamOf } from '../../fixtures/plan/random.ts';
import { type Capacity, OPERATIONS, type Operation, type ServiceTime } from '../contract/capacity.ts';

/**
 * The service times of each operation in milliseconds, one after the other. Each operation draws from a stream of its own, so
 * the n-th upload takes as long whatever else arrives in between.
 */
export function serviceTimes({
  service,
  seed,
}: Pick<Capacity, 'service' | 'seed'>): (of: Operation) => number {
  const streams = new Map(OPERATIONS.map((name) => [name, streamOf(seed, 'service-time', name)]));
  return (of) => drawServiceTime(service[of], streams.get(of) as Stream);
}

/** One service time in milliseconds. */
export function drawServiceTime(time: ServiceTime, stream: Stream): number {
  if (time.distribution === 'constant') return time.meanMs;
  // 1 - u lies above 0, as the logarithm wants it.
  if (time.distribution === 'exponential') return -time.meanMs * Math.log(1 - fraction(stream));
  const variance = Math.log(1 + time.cv ** 2);
  return time.meanMs * Math.exp(Math.sqrt(variance) * normal(stream) - variance / 2);
}

/** A standard normal number, by Box and Muller's transform. */
function normal(stream: Stream): number {
  return Math.sqrt(-2 * Math.log(1 - fraction(stream))) * Math.cos(2 * Math.PI * fraction(stream));
}
