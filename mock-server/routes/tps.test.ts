import { afterAll, beforeAll, expect, test } from 'vitest';
import { jpeg } from '../testing/jpeg.ts';
import { PAGES_PER_TPS, SMALL_DOCUMENTS } from '../testing/small-plan.ts';
import { startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.dispose());

const kodes = async (username: string, query = '') =>
  (await server.get(`/api/v1/tps${query}`, username)).body.tps.map(({ kode }: { kode: string }) => kode);

test('each role sees the TPS of its scope, in order', async () => {
  expect(await kodes(`kpps-${TPS}`)).toEqual([TPS]);
  expect(await kodes('pps-1671011001')).toEqual(['1671011001001', '1671011001002']);
  expect(await kodes('ppk-167101')).toHaveLength(4);
  const all = await kodes('kota-1671');
  expect(all).toHaveLength(6);
  expect(all).toEqual([...all].sort());
  expect(await kodes('kota-1671', `?after=${all[1]}`)).toEqual(all.slice(2));
  expect(await kodes('ppk-167102', `?after=${all[0]}`)).toEqual(all.slice(4));
  expect(await kodes('ppk-167101', '?after=9999999999999')).toEqual([]);
});

test.each([
  [`kpps-${TPS}`, '1671011001002', 403, 'TPS_NOT_YOURS'],
  ['pps-1671011001', '1671011002001', 403, 'TPS_NOT_YOURS'],
  ['ppk-167101', '1671021001001', 403, 'TPS_NOT_YOURS'],
  ['pps-1671011001', '1671011001002', 200, undefined],
  ['ppk-167101', '1671011002001', 200, undefined],
  ['kota-1671', '1671021001001', 200, undefined],
  ['kota-1671', '1671021001009', 404, 'TPS_UNKNOWN'],
  ['kota-1671', '167102100100', 400, 'REQUEST_INVALID'],
  ['kota-1671', 'abc', 400, 'REQUEST_INVALID'],
  ['kota-1671', '1'.repeat(200), 414, 'URL_TOO_LONG'],
])('%s asks for %s: %i %s', async (username, kode, status, code) => {
  const answer = await server.get(`/api/v1/tps/${kode}/status`, username);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test('a TPS is complete when every page of every document is stored', async () => {
  const username = 'kpps-1671021001001';
  const kode = '1671021001001';
  const status = async () => (await server.get(`/api/v1/tps/${kode}/status`, username)).body;
  expect(await status()).toMatchObject({ kode, complete: false });
  let left = PAGES_PER_TPS;
  for (const { type, pages } of SMALL_DOCUMENTS) {
    for (let page = 1; page <= pages; page++) {
      expect((await server.upload({ username, kode, type, page })).status).toBe(201);
      left--;
      expect((await status()).complete).toBe(left === 0);
    }
  }
  const again = await server.upload({ username, kode, run: 'run-2', photo: jpeg('lain') });
  expect((await status()).documents[0]).toEqual({
    type: 'c-hasil-gubernur',
    page: 1,
    uploads: 2,
    sha256: again.body.sha256,
    storedAt: again.body.storedAt,
    status: 3,
  });
  const [tps] = (await server.get('/api/v1/tps', username)).body.tps;
  expect(tps.documents.every(({ stored }: { stored: boolean }) => stored)).toBe(true);
});

test('tokens: missing, not ours, not a token', async () => {
  expect((await server.get('/api/v1/tps')).body.code).toBe('TOKEN_MISSING');
  for (const authorization of ['Bearer abc', 'Basic YTpi', 'Bearer', `Bearer ${'a'.repeat(4000)}`]) {
    const answer = await fetch(`${server.url}/api/v1/tps`, { headers: { authorization } });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'TOKEN_INVALID']);
  }
  const token = await server.token(`kpps-${TPS}`);
  const forged = `${token.split('.')[0]}.${Buffer.from('{"sub":"kota-1671"}').toString('base64url')}.${token.split('.')[2]}`;
  const answer = await fetch(`${server.url}/api/v1/tps`, { headers: { authorization: `Bearer ${forged}` } });
  expect(answer.status).toBe(401);
});
