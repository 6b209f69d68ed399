import { fraction, streamOf } from '../../../fixtures/plan/random.ts';
import type { Capacity, ServiceTime } from '../../contract/capacity.ts';
import { serviceTimes } from '../service-time.ts';
import { createStation } from '../station.ts';
import { createSimulatedClock } from './simulated-clock.ts';

export interface Offered {
  served: number;
  full: number;
  timeout: number;
  /** Of every request that waited or went by the queue, in milliseconds. */
  meanWaitMs: number;
  /** Served in a second, over the whole time. */
  perSecond: number;
}

/** A capacity with the same service time for every operation. */
export function capacityOf(workers: number, time: ServiceTime, rest: Partial<Capacity> = {}): Capacity {
  return {
    workers,
    service: { login: time, list: time, upload: time, status: time, read: time },
    queue: 1_000_000,
    queueTimeoutMs: null,
    retryAfterSecond: 1,
    connections: null,
    seed: 1,
    ...rest,
  };
}

/** Poisson arrivals at a station in simulated time. @param perSecond arrivals in a second */
export function offer(capacity: Capacity, perSecond: number, seconds: number): Offered {
  const clock = createSimulatedClock();
  const passages = { served: 0, full: 0, timeout: 0 };
  let waits = 0;
  let waited = 0;
  const station = createStation(capacity, serviceTimes(capacity), clock, {
    waited: (second) => {
      waits++;
      waited += second * 1000;
    },
    refused: () => {},
  });
  const arrivals = streamOf(1, 'test', 'arrivals');
  const arrive = () => {
    station.pass('upload', (passage) => passages[passage]++);
    clock.after((-1000 / perSecond) * Math.log(1 - fraction(arrivals)), arrive);
  };
  clock.after(0, arrive);
  clock.runUntil(seconds * 1000);
  return { ...passages, meanWaitMs: waited / waits, perSecond: passages.served / seconds };
}
