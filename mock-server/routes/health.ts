import type { App } from '../app-types.ts';
import { errorResponses } from '../contract/error-body.ts';
import { HealthAnswer } from '../contract/health.ts';

/** What this server calls itself, also in a run's record. */
const SOFTWARE = 'sirekap-uji-beban mock 0.1.0';

export function healthRoute(app: App, { planSha256 }: { planSha256: string }): void {
  app.get(
    '/healthz',
    {
      schema: {
        summary: 'Whether the server is up, and with which plan',
        response: { 200: HealthAnswer, ...errorResponses() },
      },
    },
    async () => ({ status: 'ok', software: SOFTWARE, simulator: true, plan: planSha256 }) as const,
  );
}
