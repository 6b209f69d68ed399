import type { HTTPMethods } from 'fastify';
import type { App } from '../app-types.ts';
import { ApiError } from '../contract/api-error.ts';

const METHODS: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Watches the routes as they are registered. Call what it returns after the last one: from then on a known path answers
 * 405 with `Allow` to every method it has no route for.
 */
export function allowedMethods(app: App): () => void {
  const allowed = new Map<string, Set<string>>();
  let watching = true;
  app.addHook('onRoute', ({ url, method }) => {
    if (!watching) return;
    const methods = allowed.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    allowed.set(url, methods);
  });

  return () => {
    watching = false;
    for (const [url, methods] of allowed) {
      const others = METHODS.filter((method) => !methods.has(method));
      if (others.length === 0) continue;
      app.route({
        url,
        method: others,
        schema: { hide: true } as object,
        exposeHeadRoute: false,
        // Before the body is parsed, so that its type does not matter.
        onRequest: (_request, reply, done) => {
          reply.header('allow', [...methods].join(', '));
          done(new ApiError('METHOD_NOT_ALLOWED'));
        },
        handler: () => {},
      });
    }
  };
}
