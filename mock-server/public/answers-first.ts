import type { AnswersFirst } from '../http/before-router.ts';
import type { RequestMeter } from '../metrics/measure-requests.ts';
import { acceptedEncoding } from './accepted-encoding.ts';
import { isFresh } from './is-fresh.ts';
import type { PublicSite } from './site.ts';

/** One label of the metrics each, however many files there are; the first that fits. The last two answer what no file can be at. */
const LABELS = [
  '/wilayah/pilkada/',
  '/pilkada/hhcw/',
  '/pilkada/dhasil/',
  '/pilkada/paslon/',
  '/wilayah/',
  '/pilkada/',
];

/** Errors as a static host words them: a page, never the API's JSON. */
const NOT_FOUND = page('404 Not Found');
const NOT_ALLOWED = page('405 Method Not Allowed', ['allow', 'GET, HEAD']);

/**
 * The public read API at the server's root, without login, answered before the router: the files and their headers are
 * ready, and nothing of it depends on the request but the variant.
 */
export function publicPages(site: PublicSite, meter: RequestMeter): AnswersFirst {
  const routes = LABELS.map((prefix) => ({ prefix, series: meter.route(`${prefix}*`) }));
  return (request, response) => {
    const { url = '', headers, method = '' } = request;
    const route = routes.find(({ prefix }) => url.startsWith(prefix));
    if (route === undefined) return false;
    meter.follow(route.series, method, response);
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, NOT_ALLOWED.headers);
      response.end(NOT_ALLOWED.body);
      return true;
    }
    const query = url.indexOf('?');
    const file = site.file(query === -1 ? url : url.slice(0, query));
    if (!file) {
      response.writeHead(404, NOT_FOUND.headers);
      response.end(NOT_FOUND.body);
      return true;
    }
    const variant = file.variant(acceptedEncoding(headers['accept-encoding']));
    if (isFresh(headers, variant.etag, file.publishedAt)) {
      response.writeHead(304, variant.notModifiedHeaders as string[]);
      response.end();
      return true;
    }
    response.writeHead(200, variant.headers as string[]);
    response.end(variant.body, 'latin1');
    return true;
  };
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
