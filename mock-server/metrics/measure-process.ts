import type { App } from '../app-types.ts';
import type { Metrics } from './create.ts';

/** Milliseconds between two looks at the event loop. */
const LOOK_EVERY_MS = 20;

/**
 * Counts open connections, and how late timers come: when the serving thread is busy, everything waits so long. A histogram
 * that only grows, unlike Node's own, which prom-client starts anew at each scrape: two Prometheus servers may read it.
 */
export function measureProcess(app: App, metrics: Metrics): void {
  let connections = 0;
  app.server.on('connection', (socket) => {
    metrics.httpConnections.set(++connections);
    socket.once('close', () => metrics.httpConnections.set(--connections));
  });

  let due = performance.now() + LOOK_EVERY_MS;
  const timer = setInterval(() => {
    const now = performance.now();
    metrics.eventLoopLag.observe(Math.max(0, now - due) / 1000);
    due = now + LOOK_EVERY_MS;
  }, LOOK_EVERY_MS);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
}
