import { afterAll, beforeAll, expect, test } from 'vitest';
import { jpeg } from '../testing/jpeg.ts';
import { startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.dispose());

const readback = (query: string, username = 'kota-1671') => server.get(`/api/v1/uploads?${query}`, username);

test('pages of a run, in the order they were stored, without other runs', async () => {
  const keys: string[] = [];
  for (let page = 1; page <= 3; page++) {
    keys.push((await server.upload({ run: 'paged', page })).body.key);
    await server.upload({ run: 'paged-2', page, photo: jpeg('lain') });
  }
  keys.push((await server.upload({ run: 'paged', type: 'daftar-hadir' })).body.key);

  const found: string[] = [];
  let after = '';
  let pages = 0;
  do {
    const { body } = await readback(`run=paged&limit=2${after}`);
    found.push(...body.uploads.map(({ key }: { key: string }) => key));
    after = body.next === null ? '' : `&after=${body.next}`;
    pages++;
  } while (after !== '');
  expect(found).toEqual(keys);
  expect(pages).toBe(2);
  expect((await readback('run=nobody')).body).toEqual({ uploads: [], next: null });
});

test.each([
  '',
  'run=a.b',
  'run=a&limit=0',
  'run=a&limit=5001',
  'run=a&limit=x',
  'run=a&after=-1',
  'run=a&befor=1',
])('the query "%s" is refused', async (query) => {
  expect((await readback(query)).body.code).toBe('REQUEST_INVALID');
});

test('the admin of another kabupaten sees none of it', async () => {
  await server.upload({ run: 'neighbours' });
  expect((await readback('run=neighbours')).body.uploads).toHaveLength(1);
  expect(await readback('run=neighbours', 'kab-1602')).toMatchObject({
    status: 200,
    body: { uploads: [], next: null },
  });
});

test('only the admin of the kota reads back', async () => {
  for (const username of [`kpps-${TPS}`, 'pps-1671011001', 'ppk-167101']) {
    const { status, body } = await readback('run=paged', username);
    expect([status, body.code]).toEqual([403, 'ROLE_FORBIDDEN']);
  }
});
