import { TOOLKIT } from '../../fixtures/package-root.ts';
import type { App } from '../app-types.ts';
import { errorResponses } from '../contract/error-body.ts';
import { HealthAnswer } from '../contract/health.ts';

/** What this server calls itself, also in a run's record. */
const SOFTWARE = `${TOOLKIT.name} mock ${TOOLKIT.version}`;

export function healthRoute(app: App, { planSha256, lies }: { planSha256: string; lies: string[] }): void {
  app.get(
    '/healthz',
    {
      schema: {
        summary: 'Whether the server is up, and with which plan',
        response: { 200: HealthAnswer, ...errorResponses() },
      },
    },
    async () => ({ status: 'ok', software: SOFTWARE, simulator: true, lies, plan: planSha256 }) as const,
  );
}
