import type { App } from '../app-types.ts';
import type { Metrics } from '../metrics/create.ts';

export function metricsRoute(app: App, { registry }: Metrics): void {
  const schema = { summary: 'Metrics for Prometheus', produces: ['text/plain'] };
  app.get('/metrics', { schema }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
