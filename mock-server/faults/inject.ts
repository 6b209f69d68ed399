import type { FastifyRequest } from 'fastify';
import type { App } from '../app-types.ts';
import { ApiError } from '../contract/api-error.ts';
import { breakConnection, sendHalf } from './cut-answer.ts';
import type { Cut, Timeline } from './timeline.ts';

/** Lets every request to `api` suffer what the timeline says. Register before every other hook of `api`. */
export function injectFaults(api: App, timeline: Timeline): void {
  const cuts = new WeakMap<FastifyRequest, Exclude<Cut, 'request'>>();

  api.addHook('onRequest', (request, reply, done) => {
    const suffering = timeline.next(Date.now());
    if (!suffering) return done();
    if (suffering.outage || suffering.cut === 'request') return breakConnection(reply);
    if (suffering.cut) cuts.set(request, suffering.cut);
    const go = () => (suffering.fails ? done(new ApiError('FAULT_INJECTED')) : done());
    if (suffering.delayMs > 0) setTimeout(go, suffering.delayMs);
    else go();
  });

  // What was under way when an outage began is handled, and stored, but its answer never arrives.
  api.addHook('onSend', (request, reply, payload, done) => {
    if (timeline.inOutage(Date.now())) return breakConnection(reply);
    const cut = cuts.get(request);
    if (cut === undefined) return done(null, payload);
    const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
    // Of a stream, or an answer without a body, there is no half.
    if (cut === 'answer' || !Buffer.isBuffer(body) || body.length < 2) return breakConnection(reply);
    if (cut !== 'half-json') return sendHalf(reply, body, cut);
    reply.removeHeader('content-length');
    done(null, body.subarray(0, body.length >> 1));
  });
}
