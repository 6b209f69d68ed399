import type { App } from '../app-types.ts';
import { ApiError } from '../contract/api-error.ts';
import type { Capacity, Operation } from '../contract/capacity.ts';
import type { Metrics } from '../metrics/create.ts';
import { REAL_CLOCK } from './clock.ts';
import { measureCapacity } from './metrics.ts';
import { operationOf } from './operation.ts';
import { serviceTimes } from './service-time.ts';
import { createStation, type Station } from './station.ts';

/** The capacity of the server, replaceable at any time. */
export interface CapacityGate {
  /** Replaces the station; what waits in the one before is still served by it. Null takes every limit away. */
  set(capacity: Capacity | null): void;
  get(): Capacity | null;
  /** Lets every request to `api` pass the station before it is handled. */
  guard(api: App): void;
}

/** @param app whose connections are limited */
export function createCapacityGate(
  app: App,
  metrics: Metrics,
  initial: Capacity | null = null,
): CapacityGate {
  let capacity: Capacity | null = null;
  let station: Station<Operation> | null = null;
  const measured = measureCapacity(metrics.registry, () => ({
    waiting: station?.waiting() ?? 0,
    busy: station?.busy() ?? 0,
    workers: capacity?.workers ?? 0,
  }));
  app.server.on('drop', () => measured.refused('connections'));

  function set(next: Capacity | null): void {
    capacity = next;
    station = next && createStation(next, serviceTimes(next), REAL_CLOCK, measured);
    app.server.maxConnections = next?.connections ?? Number.POSITIVE_INFINITY;
  }
  set(initial);

  return {
    set,
    get: () => capacity,
    guard: (api) => {
      api.addHook('onRequest', (request, reply, done) => {
        if (!station) return done();
        const retryAfter = String(capacity?.retryAfterSecond ?? 1);
        station.pass(operationOf(request), (passage) => {
          if (reply.raw.destroyed) return;
          if (passage === 'served') return done();
          reply.header('retry-after', retryAfter);
          done(new ApiError(passage === 'full' ? 'OVERLOADED' : 'QUEUE_TIMEOUT'));
        });
      });
    },
  };
}
