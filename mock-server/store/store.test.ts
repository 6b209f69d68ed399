import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGroupCommit } from './group-commit.ts';
import { openStore } from './open.ts';
import type { NewUpload } from './types.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uji-beban-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const upload = (number: number, sha256 = 'ab'.repeat(32)): NewUpload => ({
  run: 'run',
  key: `run.round-1.1671011001001.daftar-hadir.${number}`,
  tps: '1671011001001',
  document: 'daftar-hadir',
  page: number,
  sha256,
  bytes: 200_000,
});

const all = async (store: Awaited<ReturnType<typeof openStore>>) =>
  (await store.uploadsOf('run', '1671', 0, 100_000)).uploads;

test('a full disk: 507 for what does not fit, everything acknowledged stays, and repeats are still answered', async () => {
  const store = await openStore({ path: join(folder, 's.sqlite'), maxPages: 40 });
  const acknowledged: string[] = [];
  let full = 0;
  for (let i = 1; i <= 60; i++) {
    const batch = Array.from({ length: 20 }, (_, j) => store.add(upload(i * 100 + j)));
    for (const { outcome, record } of await Promise.all(batch)) {
      if (outcome === 'stored') acknowledged.push(record.key);
      else if (outcome === 'full') full++;
    }
  }
  expect(full).toBeGreaterThan(0);
  expect(acknowledged.length).toBeGreaterThan(0);
  for (let i = 1; i <= 500; i++) {
    const { outcome, record } = await store.add(upload(10_000 + i));
    if (outcome !== 'stored') break;
    acknowledged.push(record.key);
  }
  expect((await all(store)).map(({ key }) => key)).toEqual(acknowledged);
  const mixed = await Promise.all([
    store.add(upload(100)),
    store.add(upload(99_999)),
    store.add(upload(100, 'cd'.repeat(32))),
  ]);
  expect(mixed.map(({ outcome }) => outcome)).toEqual(['repeated', 'full', 'conflict']);
  await store.close();

  const again = await openStore({ path: join(folder, 's.sqlite') });
  expect((await all(again)).map(({ key }) => key)).toEqual(acknowledged);
  expect((await again.add(upload(99_999))).outcome).toBe('stored');
  await again.close();
});

test('the secret stays with the store', async () => {
  const path = join(folder, 'deep', 'er', 's.sqlite');
  const first = await openStore({ path });
  await first.close();
  const second = await openStore({ path });
  expect(second.secret).toBe(first.secret);
  expect(first.secret).toMatch(/^[0-9a-f]{64}$/);
  await second.close();
});

test('closing waits for what is under way', async () => {
  const store = await openStore({ path: join(folder, 's.sqlite') });
  const adding = Array.from({ length: 1000 }, (_, i) => store.add(upload(i + 1)));
  await store.close();
  expect((await Promise.all(adding)).every(({ outcome }) => outcome === 'stored')).toBe(true);
});

test.each([
  ['a file that is no store', 'text.txt', 'NOT_WRITABLE'],
  ['a folder that is a file', 'text.txt/s.sqlite', 'NOT_WRITABLE'],
])('%s is refused', async (_name, path, code) => {
  await writeFile(join(folder, 'text.txt'), 'hello '.repeat(1000));
  await expect(openStore({ path: join(folder, path) })).rejects.toMatchObject({
    code,
    remedy: expect.any(String),
  });
});

test('a store whose writer dies answers `failed` and recovers nothing by guessing', async () => {
  const group = createGroupCommit({
    commit: () => Promise.reject(new Error('gone')),
    windowMs: 0,
    observe: () => {},
  });
  expect(await group.add(upload(1))).toEqual({ outcome: 'failed', record: null });
});

test('what arrives during a commit shares the next one', async () => {
  const sizes: number[] = [];
  const group = createGroupCommit({
    commit: async (uploads) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { results: uploads.map(() => ({ outcome: 'full', record: null })), seconds: 0 };
    },
    windowMs: 1,
    observe: ({ uploads }) => sizes.push(uploads),
  });
  const adding = [group.add(upload(1))];
  await new Promise((resolve) => setTimeout(resolve, 10));
  for (let i = 2; i <= 50; i++) adding.push(group.add(upload(i)));
  await Promise.all(adding);
  expect(sizes).toEqual([1, 49]);
});
