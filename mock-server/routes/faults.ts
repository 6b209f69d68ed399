import { Type } from 'typebox';
import type { App } from '../app-types.ts';
import { errorResponses } from '../contract/error-body.ts';
import { FaultTimeline } from '../contract/faults.ts';
import type { Timeline } from '../faults/timeline.ts';

const DONE = Type.Null({ description: 'Done.' });

/** The simulator's own control; not part of a recap API, and itself never subject to faults. */
export function faultRoutes(app: App, timeline: Timeline): void {
  const put = {
    summary: 'Replace the timeline of faults',
    body: FaultTimeline,
    response: { 204: DONE, ...errorResponses('JSON_MALFORMED', 'BODY_TOO_LARGE', 'MEDIA_TYPE_UNSUPPORTED') },
  };
  app.put('/simulator/faults', { schema: put }, async (request, reply) => {
    timeline.set(request.body);
    return reply.code(204).send(null);
  });

  const remove = { summary: 'End every fault', response: { 204: DONE, ...errorResponses() } };
  app.delete('/simulator/faults', { schema: remove }, async (_request, reply) => {
    timeline.set(null);
    return reply.code(204).send(null);
  });
}
