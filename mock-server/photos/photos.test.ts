import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LIMITS } from '../contract/limits.ts';
import { startServer } from '../server.ts';
import { jpeg } from '../testing/jpeg.ts';
import { startTestServer, type TestServer, TPS } from '../testing/test-server.ts';
import { openPhotoFolder } from './open-folder.ts';

let folder: string;
let photosDir: string;
const servers: TestServer[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uji-beban-photos-'));
  photosDir = join(folder, 'photos');
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.dispose();
  await rm(folder, { recursive: true, force: true });
});

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const pathOf = (hash: string) => join(photosDir, hash.slice(0, 2), `${hash}.jpg`);
const storePath = () => join(folder, 's.sqlite');

async function serve(): Promise<TestServer> {
  const server = await startTestServer({ storePath: storePath(), photosDir });
  servers.push(server);
  return server;
}

/** Hashes of all photos in the folder. */
async function kept(): Promise<string[]> {
  const names = await readdir(photosDir, { recursive: true });
  return names.filter((name) => name.endsWith('.jpg')).map((name) => name.slice(3, -4));
}

const arriving = () => readdir(join(photosDir, 'incoming'));

test('keeps each photo under its hash, byte for byte, whatever its size', async () => {
  const server = await serve();
  const sizes = [1, 65_536, 200_000, LIMITS.photoBytes - jpeg('').length];
  const photos = sizes.map((size) => jpeg(Buffer.alloc(size, `${size} `).toString('latin1')));
  const answers = await Promise.all(photos.map((photo, i) => server.upload({ photo, run: `run-${i}` })));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  for (const photo of photos) expect((await readFile(pathOf(sha256(photo)))).equals(photo)).toBe(true);
  expect(await arriving()).toEqual([]);
});

test('keeps the same content once, also when it comes many times at once', async () => {
  const server = await serve();
  const runs = Array.from({ length: 30 }, (_, i) => `run-${i % 15}`);
  const answers = await Promise.all(runs.map((run) => server.upload({ run })));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(15);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(15);
  expect(await kept()).toEqual([sha256(jpeg())]);
});

test('drops what is refused', async () => {
  const server = await serve();
  expect((await server.upload({ photo: Buffer.from('no jpeg at all') })).status).toBe(415);
  const wrongHash = { 'x-content-sha256': '0'.repeat(64) };
  expect((await server.upload({ headers: wrongHash })).status).toBe(422);
  expect((await server.upload({ photo: jpeg('x'.repeat(10 * 1024 * 1024)) })).status).toBe(413);
  expect(await kept()).toEqual([]);
  expect(await arriving()).toEqual([]);
});

test('a photo that was damaged on the disk is whole again when it comes again', async () => {
  const server = await serve();
  const photo = jpeg('whole');
  await server.upload({ photo });
  await writeFile(pathOf(sha256(photo)), 'damaged');
  expect((await server.upload({ photo })).status).toBe(200);
  expect((await readFile(pathOf(sha256(photo)))).equals(photo)).toBe(true);
});

test('a start after a crash removes what was half done and photos that no upload names, and nothing else', async () => {
  const first = await serve();
  await first.upload({ photo: jpeg('named') });
  await first.close();
  const orphan = jpeg('orphan');
  await writeFile(join(photosDir, 'unsettled'), '');
  await writeFile(join(photosDir, 'incoming', 'half'), orphan.subarray(0, 3));
  await writeFile(pathOf(sha256(orphan)), orphan);
  await writeFile(join(photosDir, '00', 'note.txt'), 'not ours');

  await serve();
  expect(await kept()).toEqual([sha256(jpeg('named'))]);
  expect(await arriving()).toEqual([]);
  expect(await readFile(join(photosDir, '00', 'note.txt'), 'utf8')).toBe('not ours');
});

test('a photo whose upload was refused after all is gone after the next start; an orderly end leaves nothing to look for', async () => {
  const first = await serve();
  await first.upload({ photo: jpeg('first') });
  await first.close();
  expect(await readdir(photosDir)).not.toContain('unsettled');

  const second = await serve();
  expect((await second.upload({ photo: jpeg('another') })).status).toBe(409);
  expect(await kept()).toHaveLength(2);
  await second.close();
  const third = await serve();
  expect(await kept()).toEqual([sha256(jpeg('first'))]);
  expect((await third.get(`/api/v1/tps/${TPS}/status`, `kpps-${TPS}`)).status).toBe(200);
});

test('a folder in use, of another store, with other things in it, or that is none', async () => {
  const server = await serve();
  const options = { planDir: join(server.folder, 'plan'), port: 0, passwordCost: 0 };
  const other = { ...options, storePath: join(folder, 'other.sqlite') };
  await expect(startServer({ ...other, photosDir })).rejects.toMatchObject({
    code: 'STORE_TAKEN',
    message: expect.stringContaining(`process ${process.pid}`),
  });
  await server.close();
  await expect(startServer({ ...other, photosDir })).rejects.toMatchObject({ code: 'STORE_REFUSED' });

  const foreign = join(folder, 'foreign');
  await mkdir(join(foreign, 'incoming'), { recursive: true });
  await writeFile(join(foreign, 'incoming', 'letter.txt'), 'dear');
  await expect(startServer({ ...other, photosDir: foreign })).rejects.toMatchObject({ code: 'NOT_WRITABLE' });
  expect(await readFile(join(foreign, 'incoming', 'letter.txt'), 'utf8')).toBe('dear');
  const file = join(foreign, 'incoming', 'letter.txt');
  await expect(startServer({ ...other, photosDir: file })).rejects.toMatchObject({ code: 'NOT_WRITABLE' });
  // Nothing of a start that was refused keeps the store.
  await (await startServer(other)).close();
});

test('a folder that fails in the midst: not kept, said so, and the next photo is taken again', async () => {
  const store = { id: 'x', storedDigests: async function* () {}, events: async function* () {} };
  const photos = await openPhotoFolder(photosDir, store);
  const photo = jpeg('lost');
  const keep = async () => {
    const incoming = photos.begin();
    await incoming.add(photo);
    return incoming.keep(sha256(photo));
  };
  await rm(join(photosDir, 'incoming'), { recursive: true });
  expect(await keep()).toBe('failed');
  await mkdir(join(photosDir, 'incoming'));
  expect(await keep()).toBe('kept');
  await photos.close();
});
