import type { Metrics } from './create.ts';

/** One combination of labels; requests are counted here and handed to prom-client when it is asked. */
interface Series {
  counted: number;
  observe(seconds: number): void;
}

/** What is counted of one route. */
export interface RouteSeries {
  inFlight: number;
  /** Counts a request that is over, and its time. @param status its class, or `aborted` */
  count(method: string, status: string, seconds: number): void;
}

/** Every route's series, made when the route is first asked for. */
export interface RequestSeries {
  of(route: string): RouteSeries;
}

/**
 * Series of requests by route, method and class of status. Public files are answered in some 15 µs, so what is counted a request stays in plain
 * numbers between two scrapes: prom-client hashes the labels of every increment.
 */
export function createRequestSeries(metrics: Metrics): RequestSeries {
  const routes = new Map<string, RouteSeries>();
  const all: { series: Series; labels: { route: string; method: string; status: string } }[] = [];

  collectWith(metrics.httpRequests, () => {
    for (const { series, labels } of all) {
      metrics.httpRequests.inc(labels, series.counted);
      series.counted = 0;
    }
  });
  collectWith(metrics.httpRequestsInFlight, () => {
    for (const [route, { inFlight }] of routes) metrics.httpRequestsInFlight.set({ route }, inFlight);
  });

  function routeSeries(route: string): RouteSeries {
    const methods = new Map<string, Map<string, Series>>();
    return {
      inFlight: 0,
      count(method, status, seconds) {
        const statuses = entry(methods, method, () => new Map<string, Series>());
        const series = entry(statuses, status, () => {
          const duration = metrics.httpRequestDuration.labels({ route, status });
          const made: Series = { counted: 0, observe: (value) => duration.observe(value) };
          all.push({ series: made, labels: { route, method, status } });
          return made;
        });
        series.counted++;
        series.observe(seconds);
      },
    };
  }

  return { of: (route) => entry(routes, route, () => routeSeries(route)) };
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  let found = map.get(key);
  if (found === undefined) {
    found = make();
    map.set(key, found);
  }
  return found;
}

/** prom-client calls a metric's `collect` before it is read; here it is known only after the metric was made. */
function collectWith(metric: object, collect: () => void): void {
  (metric as { collect?: () => void }).collect = collect;
}
