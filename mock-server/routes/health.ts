import { TOOLKIT } from '../../fixtures/package-root.ts';
import type { App } from '../app-types.ts';
import { errorResponses } from '../contract/error-body.ts';
import { HealthAnswer } from '../contract/health.ts';

/** What this server calls itself, also in a run's record. */
const SOFTWARE = `${TOOLKIT.name} mock ${TOOLKIT.version}`;

interface HealthOptions {
  planSha256: string;
  /** Of the store. */
  storeId: string;
  /** What it lies about; empty for an honest one. */
  lies: string[];
}

export function healthRoute(app: App, { planSha256, storeId, lies }: HealthOptions): void {
  app.get(
    '/healthz',
    {
      schema: {
        summary: 'Whether the server is up, and with which plan and store',
        response: { 200: HealthAnswer, ...errorResponses() },
      },
    },
    async () =>
      ({
        status: 'ok',
        software: SOFTWARE,
        simulator: true,
        lies,
        plan: planSha256,
        store: storeId,
      }) as const,
  );
}
