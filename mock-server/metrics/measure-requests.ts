import type { App } from '../app-types.ts';
import type { Metrics } from './create.ts';

/** Route of requests that no route answers, so that a scanner's paths never become labels. */
const UNKNOWN = 'unknown';

/** Counts and times every request, also those whose connection breaks before the answer is out. */
export function measureRequests(app: App, metrics: Metrics): void {
  const series = new Map<string, { observe(seconds: number): void }>();

  function seriesOf(route: string, method: string, status: string): { observe(seconds: number): void } {
    const name = `${method} ${status} ${route}`;
    let found = series.get(name);
    if (!found) {
      const duration = metrics.httpRequestDuration.labels({ route });
      const requests = metrics.httpRequests.labels({ route, method, status });
      found = {
        observe: (seconds) => {
          requests.inc();
          duration.observe(seconds);
        },
      };
      series.set(name, found);
    }
    return found;
  }

  app.addHook('onRequest', (request, reply, done) => {
    const start = performance.now();
    metrics.httpRequestsInFlight.inc();
    reply.raw.once('close', () => {
      metrics.httpRequestsInFlight.dec();
      const known = !request.is404 && request.routeOptions.url;
      const route = known || UNKNOWN;
      const status = reply.raw.writableFinished ? `${Math.floor(reply.raw.statusCode / 100)}xx` : 'aborted';
      const method = known ? request.method : UNKNOWN;
      seriesOf(route, method, status).observe((performance.now() - start) / 1000);
    });
    done();
  });
}
