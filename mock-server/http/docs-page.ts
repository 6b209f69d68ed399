import swaggerUi from '@fastify/swagger-ui';
import type { App } from '../app-types.ts';

/** Everything the page needs comes from this server; `unsafe-inline` and `data:` are what Swagger UI's own styles and icons ask for. */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'";

/** The contract to read and try out at /docs, made of /openapi.json; needs no network. */
export async function docsPage(app: App): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: CONTENT_SECURITY_POLICY,
    theme: { title: 'Recap API, simulator' },
    uiConfig: { layout: 'BaseLayout', docExpansion: 'list', displayRequestDuration: true },
  });
}
