import { request as httpRequest } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { TSchema } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AreaResult, PaslonFile, TpsResult, WilayahRows } from '../contract/public.ts';
import { smallElections, smallPlan } from '../testing/small-plan.ts';
import { startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    publishEverySecond: 0,
    plan: smallElections(smallPlan()),
    faults: {
      startsAt: Date.now(),
      faults: [{ name: 'all', type: 'errors', startMs: 0, durationMs: 3_600_000, share: 1 }],
    },
  });
});
afterAll(() => server.dispose());

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** As it comes over the wire: fetch would decompress. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> {
  return new Promise((resolve, reject) => {
    httpRequest(server.url + path, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const KOTA = '/pilkada/hhcw/pkwkk/16/1671.json';

const FILES: [string, TSchema][] = [
  ['/wilayah/pilkada/pkwkp/0.json', WilayahRows],
  ['/wilayah/pilkada/pkwkk/16/1671/167101/1671011001.json', WilayahRows],
  ['/pilkada/paslon/pkwkk.json', PaslonFile],
  ['/pilkada/hhcw/pkwkp.json', AreaResult],
  [KOTA, AreaResult],
  ['/pilkada/hhcw/pkwkk/16/1671/167101/1671011001.json', AreaResult],
  [`/pilkada/hhcw/pkwkk/16/1671/167101/1671011001/${TPS}.json`, TpsResult],
];

test.each(FILES)(
  '%s is what the contract says, although every fault of the timeline is on',
  async (path, schema) => {
    const { status, headers, body } = await raw(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['content-length']).toBe(String(body.length));
    const check = new Ajv2020({ strict: false }).compile(schema);
    expect(check(JSON.parse(body.toString())), JSON.stringify(check.errors)).toBe(true);
  },
);

test('a reader may ask with a query, as pages do to get past caches', async () => {
  expect((await raw(`${KOTA}?_=1732760000`)).body).toEqual((await raw(KOTA)).body);
});

describe('compression', () => {
  const decoders = { gzip: gunzipSync, br: brotliDecompressSync };
  test.each(['gzip', 'br'] as const)('%s on request, of the same bytes', async (encoding) => {
    const plain = await raw(KOTA, { 'accept-encoding': 'identity' });
    const packed = await raw(KOTA, { 'accept-encoding': encoding });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe(encoding);
    expect(packed.body.length).toBeLessThan(plain.body.length);
    expect(decoders[encoding](packed.body)).toEqual(plain.body);
    for (const { headers } of [plain, packed]) expect(headers.vary).toBe('accept-encoding');
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
  });
});

describe('a conditional request', () => {
  test('is 304 for the current ETag, whatever the date', async () => {
    const { headers } = await raw(KOTA);
    expect(headers.etag).toMatch(/^"[\w-]+"$/);
    const fresh = await raw(KOTA, {
      'if-none-match': `"x", W/${headers.etag}`,
      'if-modified-since': new Date(0).toUTCString(),
    });
    expect(fresh.status).toBe(304);
    expect(fresh.body).toHaveLength(0);
    expect(fresh.headers.etag).toBe(headers.etag);
    expect(fresh.headers['access-control-allow-origin']).toBe('*');
  });

  test('is 200 for another ETag, whatever the date', async () => {
    const { headers } = await raw(KOTA);
    const stale = await raw(KOTA, {
      'if-none-match': '"x"',
      'if-modified-since': String(headers['last-modified']),
    });
    expect(stale.status).toBe(200);
  });

  test('goes by the date where there is no ETag', async () => {
    const modified = String((await raw(KOTA)).headers['last-modified']);
    const before = new Date(Date.parse(modified) - 1000).toUTCString();
    expect((await raw(KOTA, { 'if-modified-since': modified })).status).toBe(304);
    expect((await raw(KOTA, { 'if-modified-since': before })).status).toBe(200);
    expect((await raw(KOTA, { 'if-modified-since': 'yesterday' })).status).toBe(200);
  });

  test('Last-Modified is the time of publication', async () => {
    const { headers, body } = await raw(KOTA);
    const wib = new Date(Date.parse(String(headers['last-modified'])) + 7 * 3_600_000).toISOString();
    expect(JSON.parse(body.toString()).ts).toBe(wib.slice(0, 19).replace('T', ' '));
  });
});

test('HEAD has the headers of GET and no body', async () => {
  const get = await raw(KOTA);
  const head = await raw(KOTA, {}, 'HEAD');
  expect(head.status).toBe(200);
  expect(head.body).toHaveLength(0);
  for (const name of ['etag', 'last-modified', 'content-length', 'content-type'])
    expect(head.headers[name]).toBe(get.headers[name]);
});

test.each([
  '/pilkada/hhcw/ppwp.json',
  '/pilkada/hhcw/pkwkk/99.json',
  '/pilkada/hhcw/pkwkk/1671.json',
  '/pilkada/hhcw/pkwkk/16/1671',
  '/pilkada/hhcw/pkwkk/16/1671/.json',
  '/pilkada/hhcw/pkwkk/0.json',
  '/pilkada/hhcw/pkwkk//16.json',
  '/pilkada/hhcw/pkwkk/16/1671/167102/1671011001.json',
  `/pilkada/hhcw/pkwkk/16/1671/167102/1671011001/${TPS}.json`,
  `/wilayah/pilkada/pkwkk/16/1671/167101/1671011001/${TPS}.json`,
  '/wilayah/pilkada/pkwkk.json',
  '/wilayah/pilkada/pkwkk/0/16.json',
  '/wilayah/0.json',
  '/pilkada/paslon/pkwkk/16.json',
  '/pilkada/',
  `/pilkada/hhcw/pkwkk/${'1'.repeat(4000)}.json`,
])('%s is a static host’s 404', async (path) => {
  const { status, headers, body } = await raw(path);
  expect(status).toBe(404);
  expect(headers['content-type']).toMatch(/^text\/html/);
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(body.toString()).toContain('404 Not Found');
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is a static host’s 405', async (method) => {
  const { status, headers } = await raw(KOTA, { 'content-type': 'application/xml' }, method);
  expect(status).toBe(405);
  expect(headers.allow).toBe('GET, HEAD');
  expect(headers['content-type']).toMatch(/^text\/html/);
});

test('the metrics have a label a kind of file, not one a file', async () => {
  for (const [path] of FILES) await raw(path);
  await raw('/pilkada/nothing');
  const { body } = await server.get('/metrics');
  const routes = [...body.matchAll(/sirekap_http_requests_total\{route="(\/(?:pilkada|wilayah)[^"]*)"/g)];
  expect([...new Set(routes.map(([, route]) => route))].sort()).toEqual([
    '/pilkada/*',
    '/pilkada/hhcw/*',
    '/pilkada/paslon/*',
    '/wilayah/*',
    '/wilayah/pilkada/*',
  ]);
});
