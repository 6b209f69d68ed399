import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../open.ts';
import {
  expectFullDiskKeepsItsPromise,
  type StoreUnderTest,
  storeConformance,
  upload,
} from '../testing/conformance.ts';
import { eventConformance } from '../testing/event-conformance.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uji-beban-store-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let stores = 0;
const newPath = () => join(folder, 'deep', `store ${++stores}`, 's.sqlite');

const sqlite: StoreUnderTest = {
  create: async (observeCommit) => {
    const place = newPath();
    return { store: await openStore({ path: place, ...(observeCommit && { observeCommit }) }), place };
  },
  open: (path) => openStore({ path }),
};

storeConformance('SQLite', sqlite);
eventConformance('SQLite', sqlite);

test('SQLite: a full disk refuses what does not fit, keeps everything acknowledged, answers repeats', async () => {
  const path = newPath();
  await expectFullDiskKeepsItsPromise(await openStore({ path, maxPages: 40 }), 20, () => openStore({ path }));
});

test.each([
  ['a file that is no store', 'text.txt', 'NOT_WRITABLE'],
  ['a folder that is a file', 'text.txt/s.sqlite', 'NOT_WRITABLE'],
])('SQLite: %s is refused', async (_name, path, code) => {
  await writeFile(join(folder, 'text.txt'), 'hello '.repeat(1000));
  await expect(openStore({ path: join(folder, path) })).rejects.toMatchObject({
    code,
    remedy: expect.any(String),
  });
});

test('SQLite: a store of a later version is refused and left alone', async () => {
  const path = newPath();
  await (await openStore({ path })).close();
  const database = new DatabaseSync(path);
  database.exec('PRAGMA user_version = 4');
  await expect(openStore({ path })).rejects.toMatchObject({
    code: 'NOT_WRITABLE',
    message: expect.stringMatching(/its format is 4/),
  });
  database.exec('PRAGMA user_version = 3');
  database.close();
  await (await openStore({ path })).close();
});

test('SQLite: a store from before there were events is taken over', async () => {
  const path = newPath();
  const before = await openStore({ path });
  await before.add(upload(1));
  await before.close();
  const database = new DatabaseSync(path);
  database.exec('DROP TABLE event; ALTER TABLE upload DROP COLUMN account; PRAGMA user_version = 1');
  database.close();
  const after = await openStore({ path });
  expect(await after.eventsOf('form/a')).toEqual([]);
  const { tps, document } = upload(1);
  expect(await after.photosOf(tps, document)).toMatchObject([{ account: '' }]);
  await after.close();
});
