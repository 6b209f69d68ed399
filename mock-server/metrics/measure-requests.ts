import type { ServerResponse } from 'node:http';
import type { FastifyRequest, onRequestHookHandler } from 'fastify';
import type { App } from '../app-types.ts';
import type { Metrics } from './create.ts';
import { createRequestSeries, type RouteSeries } from './request-series.ts';

/** Route of requests that no route answers, so that a scanner's paths never become labels. */
const UNKNOWN = 'unknown';

/** Route of requests under way that have not come to theirs: they wait for a worker, or a fault holds them. */
const WAITING = 'waiting';

declare module 'fastify' {
  interface FastifyRequest {
    /** The route that answers, once it is reached: `routeOptions` copies the whole route, which costs 2 µs a request. */
    measuredRoute: RouteSeries | null;
  }
}

/** Measures requests that are answered before the router. */
export interface RequestMeter {
  /** What is counted of the requests under this label. */
  route(label: string): RouteSeries;
  /** Counts and times one request from now to the end of its answer. */
  follow(route: RouteSeries, method: string, response: ServerResponse): void;
}

/** Counts and times every request, also those whose connection breaks before the answer is out. */
export function measureRequests(app: App, metrics: Metrics): RequestMeter {
  const all = createRequestSeries(metrics);
  const waiting = all.of(WAITING);

  app.decorateRequest('measuredRoute', null);
  app.addHook('onRoute', (route) => {
    const series = all.of(route.url);
    const note: onRequestHookHandler = (request, _reply, done) => {
      request.measuredRoute = series;
      waiting.inFlight--;
      series.inFlight++;
      done();
    };
    route.onRequest = [note, ...[route.onRequest ?? []].flat()];
  });

  app.addHook('onRequest', (request, { raw }, done) => {
    const start = performance.now();
    waiting.inFlight++;
    raw.on('close', () => {
      const reached = request.measuredRoute;
      (reached ?? waiting).inFlight--;
      // A request that an earlier hook answered never came to its route.
      const name = reached === null ? routeOf(request) : null;
      const route = reached ?? all.of(name as string);
      route.count(name === UNKNOWN ? UNKNOWN : request.method, statusOf(raw), secondsSince(start));
    });
    done();
  });

  return {
    route: all.of,
    follow(route, method, response) {
      const start = performance.now();
      route.inFlight++;
      response.on('close', () => {
        route.inFlight--;
        route.count(method, statusOf(response), secondsSince(start));
      });
    },
  };
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

function routeOf(request: FastifyRequest): string {
  return (!request.is404 && request.routeOptions.url) || UNKNOWN;
}

const STATUS_CLASSES = ['', '1xx', '2xx', '3xx', '4xx', '5xx'];

/** The class of an answer's status, or that the connection broke before it was out. */
function statusOf(response: ServerResponse): string {
  if (!response.writableFinished) return 'aborted';
  return STATUS_CLASSES[Math.floor(response.statusCode / 100)] ?? UNKNOWN;
}
