import type { FastifyRequest, onRequestHookHandler } from 'fastify';
import type { App } from '../app-types.ts';
import type { Metrics } from './create.ts';

/** Route of requests that no route answers, so that a scanner's paths never become labels. */
const UNKNOWN = 'unknown';

/** Route of requests under way that have not come to theirs: they wait for a worker, or a fault holds them. */
const WAITING = 'waiting';

declare module 'fastify' {
  interface FastifyRequest {
    /** The route that answers, once it is reached: `routeOptions` copies the whole route, which costs 2 µs a request. */
    measuredRoute: string;
  }
}

/** One combination of labels; requests are counted here and handed to prom-client when it is asked. */
interface Series {
  counted: number;
  observe(seconds: number): void;
}

/**
 * Counts and times every request, also those whose connection breaks before the answer is out. Public files are answered
 * in some 20 µs, so what is counted a request stays in plain numbers between two scrapes: prom-client hashes the labels of
 * every increment.
 */
export function measureRequests(app: App, metrics: Metrics): void {
  const routes = new Map<string, Map<string, Map<string, Series>>>();
  const all: { series: Series; labels: { route: string; method: string; status: string } }[] = [];
  const inFlight = new Map<string, number>();
  let waiting = 0;

  function seriesOf(route: string, method: string, status: string): Series {
    const methods = entry(routes, route, () => new Map<string, Map<string, Series>>());
    const statuses = entry(methods, method, () => new Map<string, Series>());
    return entry(statuses, status, () => {
      const duration = metrics.httpRequestDuration.labels({ route, status });
      const series: Series = { counted: 0, observe: (seconds) => duration.observe(seconds) };
      all.push({ series, labels: { route, method, status } });
      return series;
    });
  }

  collectWith(metrics.httpRequests, () => {
    for (const { series, labels } of all) {
      metrics.httpRequests.inc(labels, series.counted);
      series.counted = 0;
    }
  });
  collectWith(metrics.httpRequestsInFlight, () => {
    for (const [route, count] of inFlight) metrics.httpRequestsInFlight.set({ route }, count);
    metrics.httpRequestsInFlight.set({ route: WAITING }, waiting);
  });

  app.decorateRequest('measuredRoute', '');
  app.addHook('onRoute', (route) => {
    const note: onRequestHookHandler = (request, _reply, done) => {
      request.measuredRoute = route.url;
      waiting--;
      inFlight.set(route.url, (inFlight.get(route.url) ?? 0) + 1);
      done();
    };
    route.onRequest = [note, ...[route.onRequest ?? []].flat()];
  });

  app.addHook('onRequest', (request, reply, done) => {
    const start = performance.now();
    const { raw } = reply;
    waiting++;
    raw.on('close', () => {
      const reached = request.measuredRoute;
      if (reached) inFlight.set(reached, (inFlight.get(reached) ?? 0) - 1);
      else waiting--;
      const status = raw.writableFinished ? statusClass(raw.statusCode) : 'aborted';
      // A request that an earlier hook answered never came to its route.
      const route = reached || routeOf(request);
      const series = seriesOf(route, route === UNKNOWN ? UNKNOWN : request.method, status);
      series.counted++;
      series.observe((performance.now() - start) / 1000);
    });
    done();
  });
}

function routeOf(request: FastifyRequest): string {
  return (!request.is404 && request.routeOptions.url) || UNKNOWN;
}

const STATUS_CLASSES = ['', '1xx', '2xx', '3xx', '4xx', '5xx'];

function statusClass(code: number): string {
  return STATUS_CLASSES[Math.floor(code / 100)] ?? UNKNOWN;
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
