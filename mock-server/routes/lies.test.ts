import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { parseLie } from '../lies/parse-lie.ts';
import { jpeg } from '../testing/jpeg.ts';
import { SMALL_DOCUMENTS } from '../testing/small-plan.ts';
import { startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

let server: TestServer;
afterEach(() => server.dispose());

const start = async (...lies: string[]) => {
  server = await startTestServer({ lies: { asked: lies.map(parseLie), seed: 1 } });
};
const PAGES = SMALL_DOCUMENTS.flatMap(({ type, pages }) =>
  Array.from({ length: pages }, (_, i) => ({ type, page: i + 1 })),
);
const photoOf = (type: string, page: number) => jpeg(`isi ${type} ${page}`);
const keyOf = (type: string, page: number) => `run-1.round-1.${TPS}.${type}.${page}`;
const sha256Of = (photo: Buffer) => createHash('sha256').update(photo).digest('hex');

/** Uploads every page of one TPS; each answer is an honest acknowledgement on its face. */
const uploadAll = async () => {
  for (const { type, page } of PAGES) {
    const photo = photoOf(type, page);
    const { status, body } = await server.upload({ type, page, photo });
    expect([status, body.key, body.sha256, body.bytes]).toEqual([
      201,
      keyOf(type, page),
      sha256Of(photo),
      photo.length,
    ]);
  }
};
const readBack = async (): Promise<{ key: string; sha256: string; bytes: number }[]> =>
  (await server.get('/api/v1/uploads?run=run-1', 'kota-1671')).body.uploads;
const told = async (): Promise<{ lie: string; key: string; other: string | null }[]> =>
  (await server.get('/simulator/lies')).body.lies;
const honest = (record: { key: string; sha256: string }) =>
  PAGES.some(
    ({ type, page }) => record.key === keyOf(type, page) && record.sha256 === sha256Of(photoOf(type, page)),
  );

test('an honest server tells no lies, and says so', async () => {
  await start();
  await uploadAll();
  expect((await server.get('/healthz')).body.lies).toEqual([]);
  expect(await told()).toEqual([]);
  expect((await readBack()).filter(honest)).toHaveLength(PAGES.length);
});

test('lose: acknowledged, also when repeated, and not there', async () => {
  await start('lose:2');
  await uploadAll();
  expect((await server.get('/healthz')).body.lies).toEqual(['lose:2']);
  const lost = (await told()).map(({ key }) => key);
  expect(lost).toHaveLength(2);
  const [first] = PAGES as [(typeof PAGES)[0]];
  expect((await server.upload({ ...first, photo: photoOf(first.type, first.page) })).status).toBe(200);
  const kept = (await readBack()).map(({ key }) => key);
  expect(kept).toHaveLength(PAGES.length - 2);
  expect(kept.filter((key) => lost.includes(key))).toEqual([]);
  const { documents, complete } = (await server.get(`/api/v1/tps/${TPS}/status`, `kpps-${TPS}`)).body;
  expect([documents.filter(({ uploads }: { uploads: number }) => uploads === 0).length, complete]).toEqual([
    2,
    false,
  ]);
});

test('alter: kept with another SHA-256, and a repeat does not show it', async () => {
  await start('alter:2');
  await uploadAll();
  await server.upload({ ...PAGES[0], photo: photoOf('c-hasil-gubernur', 1) });
  const wrong = (await readBack()).filter((record) => !honest(record));
  expect(wrong.map(({ key }) => key)).toEqual((await told()).map(({ key }) => key));
  expect(wrong).toHaveLength(2);
  const repeat = await server.upload({ ...PAGES[0], photo: photoOf('c-hasil-gubernur', 1) });
  expect([repeat.status, repeat.body.sha256]).toEqual([200, sha256Of(photoOf('c-hasil-gubernur', 1))]);
});

test('duplicate: twice under its key', async () => {
  await start('duplicate:2');
  await uploadAll();
  const records = await readBack();
  expect(records.filter(honest)).toHaveLength(PAGES.length + 2);
  for (const { key } of await told()) expect(records.filter((record) => record.key === key)).toHaveLength(2);
  const { documents } = (await server.get(`/api/v1/tps/${TPS}/status`, `kpps-${TPS}`)).body;
  expect(documents.filter(({ uploads }: { uploads: number }) => uploads === 2)).toHaveLength(2);
});

test('invent: a record under a key that nobody sent', async () => {
  await start('invent:2');
  await uploadAll();
  const invented = (await readBack()).filter((record) => !honest(record)).map(({ key }) => key);
  expect(invented).toEqual((await told()).map(({ other }) => other));
  expect(invented).toHaveLength(2);
});

test('swap: one pair of uploads has each other’s bytes', async () => {
  await start('swap:1');
  await uploadAll();
  const [one, other, ...rest] = await told();
  expect(rest).toEqual([]);
  expect([one?.other, other?.other]).toEqual([other?.key, one?.key]);
  const wrong = (await readBack()).filter((record) => !honest(record));
  expect(wrong.map(({ sha256 }) => sha256).reverse()).toEqual(
    PAGES.slice(0, 2).map(({ type, page }) => sha256Of(photoOf(type, page))),
  );
});

test('cache: the same picture of another TPS gets the first upload’s record, every time', async () => {
  await start('cache:1');
  const other = '1671011001002';
  const page = { type: 'kejadian-khusus', page: 1 };
  const first = await server.upload({ ...page, photo: jpeg('isi 1') });
  const send = () => server.upload({ ...page, kode: other, username: `kpps-${other}`, photo: jpeg('isi 2') });
  for (const { status, body } of [await send(), await send()])
    expect([status, body]).toEqual([200, first.body]);
  expect(await readBack()).toEqual([first.body]);
  expect(await told()).toMatchObject([{ lie: 'cache', other: first.body.key }]);
});

test('a share hits the same documents in every run with the same seed', async () => {
  await start('lose:0.4');
  const lostOf = async (run: string) => {
    for (const { type, page } of PAGES) await server.upload({ type, page, run });
    const keys = (await told()).map(({ key }) => key).filter((key) => key.startsWith(`${run}.`));
    return keys.map((key) => key.slice(run.length));
  };
  const first = await lostOf('run-1');
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(PAGES.length);
  expect(await lostOf('run-2')).toEqual(first);
});
