import { expect, test } from 'vitest';
import { collect } from '../../../fixtures/testing/collect.ts';
import type { CommitObserver, NewUpload, UploadStore } from '../types.ts';

/** One kind of store, as the conformance suite drives it. */
export interface StoreUnderTest {
  /** Opens an empty store, at a place nobody used before. */
  create(observeCommit?: CommitObserver): Promise<{ store: UploadStore; place: string }>;
  /** Opens what is at that place. */
  open(place: string): Promise<UploadStore>;
}

export const KODE = '1671011001001';
const SHA = 'ab'.repeat(32);
const OTHER_SHA = 'cd'.repeat(32);

/** An upload like a KPPS's; its key names everything it holds. */
export function upload(number: number, overrides: Partial<NewUpload> = {}): NewUpload {
  const { run = 'run', tps = KODE, document = 'daftar-hadir', page = number } = overrides;
  const key = `${run}.round-1.${tps}.${document}.${page}`;
  const account = `kpps-${tps}`;
  return { run, key, tps, document, page, sha256: SHA, bytes: 200_000, account, ...overrides };
}

/** Everything of a run below a scope, page by page of the read-back. */
export async function readAll(store: UploadStore, run = 'run', scope = '1671', limit = 100) {
  const all = [];
  for (let after: number | null = 0; after !== null; ) {
    const page = await store.uploadsOf(run, scope, after, limit);
    expect(page.uploads.length).toBeLessThanOrEqual(limit);
    all.push(...page.uploads);
    after = page.next;
  }
  return all;
}

/** Every promise of `UploadStore`, whatever keeps it. */
export function storeConformance(name: string, { create, open }: StoreUnderTest): void {
  const promise = (what: string, run: () => Promise<void>) => test(`${name}: ${what}`, run);

  promise('stores an upload once; the same again is repeated, other bytes conflict', async () => {
    const { store } = await create();
    const before = Date.now();
    const first = await store.add(upload(1));
    expect(first.outcome).toBe('stored');
    const { run, account: _, ...rest } = upload(1);
    expect(first.record).toEqual({ ...rest, storedAt: expect.any(String) });
    expect(Date.parse(String(first.record?.storedAt))).toBeGreaterThanOrEqual(before);
    expect(await store.add(upload(1))).toEqual({ outcome: 'repeated', record: first.record });
    const conflict = await store.add(upload(1, { sha256: OTHER_SHA, bytes: 1 }));
    expect(conflict).toEqual({ outcome: 'conflict', record: first.record });
    expect(await readAll(store)).toEqual([first.record]);
    expect(run).toBe('run');
    await store.close();
  });

  promise('a key many times in one batch is stored once, by the first that came', async () => {
    const { store } = await create();
    const results = await Promise.all([
      store.add(upload(1)),
      store.add(upload(1)),
      store.add(upload(1, { sha256: OTHER_SHA })),
      store.add(upload(2)),
      store.add(upload(1)),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'stored',
      'repeated',
      'conflict',
      'stored',
      'repeated',
    ]);
    expect(new Set(results.map(({ record }) => record?.sha256))).toEqual(new Set([SHA]));
    expect(await readAll(store)).toHaveLength(2);
    await store.close();
  });

  promise('concurrent uploads share commits, and each is stored', async () => {
    const commits: number[] = [];
    const { store } = await create(({ of, seconds, records }) => {
      expect(of).toBe('uploads');
      expect(seconds).toBeGreaterThan(0);
      commits.push(records);
    });
    const adding = Array.from({ length: 1000 }, (_, i) => store.add(upload(i + 1)));
    expect(new Set((await Promise.all(adding)).map(({ outcome }) => outcome))).toEqual(new Set(['stored']));
    expect(commits.reduce((sum, count) => sum + count, 0)).toBe(1000);
    expect(commits.length).toBeLessThan(100);
    await store.close();
  });

  promise(
    'gives the uploads of a run in the order they were stored, page by page, also while it grows',
    async () => {
      const { store } = await create();
      const acknowledged: string[] = [];
      for (let i = 1; i <= 25; i++) {
        acknowledged.push(String((await store.add(upload((i * 7) % 26))).record?.key));
        // A repeat must not move it.
        if (i % 5 === 0) await store.add(upload((i * 7) % 26));
      }
      for (const limit of [1, 7, 25, 1000]) {
        expect((await readAll(store, 'run', '1671', limit)).map(({ key }) => key)).toEqual(acknowledged);
      }
      const first = await store.uploadsOf('run', '1671', 0, 10);
      await store.add(upload(100));
      const rest = await store.uploadsOf('run', '1671', Number(first.next), 100);
      expect([...first.uploads, ...rest.uploads].map(({ key }) => key)).toEqual([
        ...acknowledged,
        upload(100).key,
      ]);
      expect(rest.next).toBeNull();
      await store.close();
    },
  );

  promise('keeps runs and scopes apart', async () => {
    const { store } = await create();
    const kodes = ['1602011001001', '1671011001001', '1671011001002', '1671021001001', '6302011001001'];
    for (const tps of kodes)
      for (const run of ['a', 'b', 'a_b', 'A']) await store.add(upload(1, { run, tps }));
    const codes = async (run: string, scope: string) =>
      (await readAll(store, run, scope)).map(({ tps }) => tps);
    expect(await codes('a', '1671')).toEqual(kodes.slice(1, 4));
    expect(await codes('a', '167101')).toEqual(kodes.slice(1, 3));
    expect(await codes('a', '1671011001001')).toEqual([kodes[1]]);
    expect(await codes('b', '16')).toEqual(kodes.slice(0, 4));
    expect(await codes('a', '')).toEqual(kodes);
    expect(await codes('a', '9999')).toEqual([]);
    expect(await codes('c', '1671')).toEqual([]);
    await store.close();
  });

  promise('tells of a TPS its pages, how often each was uploaded, and the latest', async () => {
    const { store } = await create();
    const kejadian = { document: 'kejadian-khusus', page: 1 };
    await store.add(upload(2));
    await store.add(upload(1));
    await store.add(upload(1, { run: 'other', sha256: OTHER_SHA }));
    await store.add(upload(1, { run: 'other', sha256: SHA }));
    const last = await store.add(upload(1, { ...kejadian, bytes: 1 }));
    await store.add(upload(1, { tps: '1671011001002' }));
    expect(await store.pagesOf(KODE)).toEqual([
      { document: 'daftar-hadir', page: 1, uploads: 2, sha256: OTHER_SHA, storedAt: expect.any(String) },
      { document: 'daftar-hadir', page: 2, uploads: 1, sha256: SHA, storedAt: expect.any(String) },
      { ...kejadian, uploads: 1, sha256: SHA, storedAt: last.record?.storedAt },
    ]);
    expect(await store.pagesOf('1671011001009')).toEqual([]);
    await store.close();
  });

  promise('walks every page once, and every digest', async () => {
    const { store } = await create();
    expect(await collect(store.storedPages())).toEqual([]);
    expect(await collect(store.storedDigests())).toEqual([]);
    await Promise.all([
      store.add(upload(1)),
      store.add(upload(1, { run: 'other', sha256: OTHER_SHA })),
      store.add(upload(2, { document: 'kejadian-khusus', page: 2 })),
    ]);
    const pages = await collect(store.storedPages());
    expect(pages).toHaveLength(2);
    expect(pages).toContainEqual({
      tps: KODE,
      document: 'daftar-hadir',
      page: 1,
      uploads: 2,
      sha256: OTHER_SHA,
    });
    expect(pages).toContainEqual({
      tps: KODE,
      document: 'kejadian-khusus',
      page: 2,
      uploads: 1,
      sha256: SHA,
    });
    expect(new Set(await collect(store.storedDigests()))).toEqual(new Set([SHA, OTHER_SHA]));
    await store.close();
  });

  promise('gives every photo of a document with who sent it, in the order they came', async () => {
    const { store } = await create();
    const sent = [
      upload(2),
      upload(1, { account: 'operator-167101' }),
      upload(1, { run: 'other', sha256: OTHER_SHA }),
    ];
    for (const each of sent) await store.add(each);
    await store.add(upload(1, { document: 'kejadian-khusus' }));
    await store.add(upload(1, { tps: '1671011001002' }));
    const photos = await store.photosOf(KODE, 'daftar-hadir');
    const shown = sent.map(({ run: _, ...rest }) => ({ ...rest, storedAt: expect.any(String) }));
    expect(photos).toEqual(shown);
    expect(await store.photosOf(KODE, 'c-hasil-gubernur')).toEqual([]);
    await store.close();
  });

  promise('finds uploads by their keys, and says nothing of keys it does not know', async () => {
    const { store } = await create();
    const first = await store.add(upload(1));
    const second = await store.add(upload(2));
    await store.add(upload(3));
    const found = await store.uploadsByKey([upload(2).key, upload(9).key, upload(1).key]);
    expect(found).toHaveLength(2);
    expect(found).toEqual(expect.arrayContaining([first.record, second.record]));
    expect(await store.uploadsByKey([])).toEqual([]);
    await store.close();
  });

  promise('takes any text and any number a key can carry', async () => {
    const { store } = await create();
    const odd = upload(1, { run: "it's; DROP--", document: 'ü-漢', bytes: 2 ** 40, page: 999 });
    expect((await store.add(odd)).outcome).toBe('stored');
    expect(await readAll(store, odd.run)).toMatchObject([{ document: 'ü-漢', bytes: 2 ** 40, page: 999 }]);
    await store.close();
  });

  promise('opened again: uploads, order, id and secret are the same; another store has others', async () => {
    const { store, place } = await create();
    expect(store.id).toMatch(/^[0-9a-f]{32}$/);
    expect(store.secret).toMatch(/^[0-9a-f]{64}$/);
    for (let i = 30; i > 0; i--) await store.add(upload(i));
    const before = await readAll(store);
    await store.close();

    const again = await open(place);
    expect({ id: again.id, secret: again.secret }).toEqual({ id: store.id, secret: store.secret });
    expect(await readAll(again)).toEqual(before);
    expect((await again.add(upload(30))).outcome).toBe('repeated');
    expect((await again.add(upload(31))).outcome).toBe('stored');
    expect((await readAll(again)).map(({ key }) => key)).toEqual([
      ...before.map(({ key }) => key),
      upload(31).key,
    ]);
    await again.close();

    const { store: other } = await create();
    expect(other.id).not.toBe(store.id);
    expect(other.secret).not.toBe(store.secret);
    await other.close();
  });

  promise(
    'closing waits for what is under way, then takes nothing more; twice is as good as once',
    async () => {
      const { store, place } = await create();
      const adding = Array.from({ length: 600 }, (_, i) => store.add(upload(i + 1)));
      await Promise.all([store.close(), store.close()]);
      expect((await Promise.all(adding)).every(({ outcome }) => outcome === 'stored')).toBe(true);
      await expect(store.add(upload(601))).rejects.toThrow('closed');
      const again = await open(place);
      expect(await readAll(again)).toHaveLength(600);
      await again.close();
    },
  );

  promise('a second server on the same store is refused, told who has it, and does no harm', async () => {
    const { store, place } = await create();
    await store.add(upload(1));
    for (let i = 0; i < 2; i++) {
      await expect(open(place)).rejects.toMatchObject({
        code: 'STORE_TAKEN',
        message: expect.stringContaining(String(process.pid)),
        remedy: expect.stringContaining('--store'),
      });
    }
    expect((await store.add(upload(2))).outcome).toBe('stored');
    await store.close();
    const next = await open(place);
    expect(await readAll(next)).toHaveLength(2);
    await next.close();
  });
}

/**
 * What a full disk must and must not do.
 * @param store nearly full: the disk takes some uploads, and not a million
 * @param together uploads that are sent at once, far fewer than the disk takes
 * @param reopen opens the same store with room again, after this one was closed
 */
export async function expectFullDiskKeepsItsPromise(
  store: UploadStore,
  together: number,
  reopen: () => Promise<UploadStore>,
): Promise<void> {
  const acknowledged: string[] = [];
  let full = 0;
  for (let i = 0; full < 200 && i < 10_000; i++) {
    const batch = Array.from({ length: together }, (_, j) => store.add(upload(i * together + j)));
    for (const { outcome, record } of await Promise.all(batch)) {
      if (outcome === 'stored') acknowledged.push(record.key);
      else {
        expect(outcome).toBe('full');
        full++;
      }
    }
  }
  expect(full).toBeGreaterThan(0);
  expect(acknowledged.length).toBeGreaterThan(0);
  // One by one the rest of the room is used up too, also where the keys of the last uploads below belong.
  for (const first of [2_000_000, 9_999_000]) {
    for (let i = 1; i <= 500; i++) {
      const { outcome, record } = await store.add(upload(first + i));
      if (outcome !== 'stored') break;
      acknowledged.push(record.key);
    }
  }
  const keys = async (of: UploadStore) => (await readAll(of, 'run', '1671', 5000)).map(({ key }) => key);
  expect(await keys(store)).toEqual(acknowledged);
  const mixed = await Promise.all([
    store.add(upload(0)),
    store.add(upload(9_999_999)),
    store.add(upload(0, { sha256: OTHER_SHA })),
  ]);
  expect(mixed.map(({ outcome }) => outcome)).toEqual(['repeated', 'full', 'conflict']);
  await store.close();

  const again = await reopen();
  expect(await keys(again)).toEqual(acknowledged);
  expect((await again.add(upload(9_999_999))).outcome).toBe('stored');
  await again.close();
}
