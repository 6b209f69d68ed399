import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FastifyServerFactory } from 'fastify';

/** Answers a request and says so, or leaves it to the router. */
export type AnswersFirst = (request: IncomingMessage, response: ServerResponse) => boolean;

/** What stands before fastify's router. */
export interface BeforeRouter {
  /** For fastify's `serverFactory`. */
  serverFactory: FastifyServerFactory;
  /** To be called once, before the server listens. */
  use(answersFirst: AnswersFirst): void;
}

/**
 * Lets requests be answered for which fastify has nothing to do: no body, no schema, no hooks. Routing one and making its request and reply
 * costs more than the answer of a static host.
 * @param onTheWay sees every other request before the router does
 */
export function beforeRouter(onTheWay: (request: IncomingMessage) => void): BeforeRouter {
  let first: AnswersFirst = () => false;
  return {
    serverFactory(route, options) {
      const server = createServer((request, response) => {
        if (first(request, response)) return;
        onTheWay(request);
        route(request, response);
      });
      // fastify sets these only on a server that it makes itself.
      server.requestTimeout = options.requestTimeout as number;
      server.keepAliveTimeout = options.keepAliveTimeout as number;
      return server;
    },
    use(answersFirst) {
      first = answersFirst;
    },
  };
}
