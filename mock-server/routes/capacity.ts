import { Type } from 'typebox';
import type { App } from '../app-types.ts';
import type { CapacityGate } from '../capacity/gate.ts';
import { Capacity } from '../contract/capacity.ts';
import { errorResponses } from '../contract/error-body.ts';

const DONE = Type.Null({ description: 'Done.' });

/** The simulator's own control of how much it can take; never in the queue itself. */
export function capacityRoutes(app: App, capacity: CapacityGate): void {
  const read = {
    summary: 'How much the server can take',
    response: {
      200: Type.Union([Capacity, Type.Null()], { description: 'Null: no limit.' }),
      ...errorResponses(),
    },
  };
  app.get('/simulator/capacity', { schema: read }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').serializer(JSON.stringify).send(capacity.get()),
  );

  const put = {
    summary: 'Replace how much the server can take',
    body: Capacity,
    response: { 204: DONE, ...errorResponses('JSON_MALFORMED', 'BODY_TOO_LARGE', 'MEDIA_TYPE_UNSUPPORTED') },
  };
  app.put('/simulator/capacity', { schema: put }, async (request, reply) => {
    capacity.set(request.body);
    return reply.code(204).send(null);
  });

  const remove = { summary: 'Take every limit away', response: { 204: DONE, ...errorResponses() } };
  app.delete('/simulator/capacity', { schema: remove }, async (_request, reply) => {
    capacity.set(null);
    return reply.code(204).send(null);
  });
}
