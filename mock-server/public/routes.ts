import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app-types.ts';
import { acceptedEncoding } from './accepted-encoding.ts';
import { isFresh } from './is-fresh.ts';
import type { PublicSite } from './site.ts';

/** One label of the metrics each, however many files there are. The last two answer what no file can be at. */
const ROUTES = [
  '/wilayah/pilkada/*',
  '/pilkada/hhcw/*',
  '/pilkada/dhasil/*',
  '/pilkada/paslon/*',
  '/wilayah/*',
  '/pilkada/*',
];

const OTHER_METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Errors as a static host words them: a page, never the API's JSON. */
const NOT_FOUND = page('404 Not Found');
const NOT_ALLOWED = page('405 Method Not Allowed', ['allow', 'GET, HEAD']);

/**
 * The public read API at the server's root, without login. Answers are written past fastify's reply: the files and their
 * headers are ready, and nothing of it depends on the request but the variant.
 */
export function publicRoutes(app: App, site: PublicSite): void {
  const answer = (request: FastifyRequest, reply: FastifyReply): void => {
    const { url = '', headers } = request.raw;
    const query = url.indexOf('?');
    const file = site.file(query === -1 ? url : url.slice(0, query));
    reply.hijack();
    if (!file) {
      reply.raw.writeHead(404, NOT_FOUND.headers);
      reply.raw.end(NOT_FOUND.body);
      return;
    }
    const variant = file.variant(acceptedEncoding(headers['accept-encoding']));
    if (isFresh(headers, variant.etag, file.publishedAt)) {
      reply.raw.writeHead(304, variant.notModifiedHeaders as string[]);
      reply.raw.end();
      return;
    }
    reply.raw.writeHead(200, variant.headers as string[]);
    reply.raw.end(variant.body, 'latin1');
  };
  for (const url of ROUTES) {
    const schema = { hide: true } as object;
    app.get(url, { schema }, answer);
    app.route({
      url,
      method: OTHER_METHODS,
      schema,
      // Before the body is parsed, so that its type does not matter.
      onRequest: (_request, reply) => {
        reply.hijack();
        reply.raw.writeHead(405, NOT_ALLOWED.headers);
        reply.raw.end(NOT_ALLOWED.body);
      },
      handler: () => {},
    });
  }
}

function page(title: string, headers: string[] = []): { body: string; headers: string[] } {
  const body = `<!doctype html><title>${title}</title><h1>${title}</h1>\n`;
  const length = String(Buffer.byteLength(body));
  return {
    body,
    headers: [
      ...['content-type', 'text/html; charset=utf-8', 'content-length', length],
      ...['access-control-allow-origin', '*', ...headers],
    ],
  };
}
