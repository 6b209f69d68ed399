import type { FastifyReply } from 'fastify';
import type { App } from '../app-types.ts';
import { ApiError } from '../contract/api-error.ts';
import type { Timeline } from './timeline.ts';

/** Lets every request to `api` suffer what the timeline says. Register before every other hook of `api`. */
export function injectFaults(api: App, timeline: Timeline): void {
  api.addHook('onRequest', (_request, reply, done) => {
    const suffering = timeline.next(Date.now());
    if (!suffering) return done();
    if (suffering.outage) return breakConnection(reply);
    const go = () => (suffering.fails ? done(new ApiError('FAULT_INJECTED')) : done());
    if (suffering.delayMs > 0) setTimeout(go, suffering.delayMs);
    else go();
  });

  // What was under way when an outage began is handled, and stored, but its answer never arrives.
  api.addHook('onSend', (_request, reply, payload, done) => {
    if (timeline.inOutage(Date.now())) return breakConnection(reply);
    done(null, payload);
  });
}

function breakConnection(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.destroy();
  reply.request.raw.socket.destroy();
}
