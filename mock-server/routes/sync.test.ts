import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../contract/limits.ts';
import { jpeg, pdf } from '../testing/jpeg.ts';
import { type Answer, call, startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

const NEIGHBOUR = '1671011001002';
let server: TestServer;
let photos: string;
beforeAll(async () => {
  photos = await mkdtemp(join(tmpdir(), 'uji-beban-sync-'));
  server = await startTestServer({ photosDir: photos });
});
afterAll(async () => {
  await server.dispose();
  await rm(photos, { recursive: true, force: true });
});

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const keyOf = (run: string, page: number, type = 'c-hasil-gubernur', kode = TPS) =>
  `${run}.round-1.${kode}.${type}.${page}`;
const stored = async (run: string) =>
  (await server.get(`/api/v1/uploads?run=${run}`, 'kota-1671')).body.uploads;

async function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  username = `kpps-${TPS}`,
) {
  const authorization = `Bearer ${await server.token(username)}`;
  return call(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization, ...headers },
    body,
  });
}

const manifest = (items: object[], username?: string): Promise<Answer> =>
  post('/sync', JSON.stringify({ items }), { 'content-type': 'application/json' }, username);

interface Part {
  name: string;
  photo: Buffer;
  headers?: string[];
  file?: boolean;
}

/** A multipart body as a phone writes it, with headers of each part. */
function bodyOf(parts: readonly Part[], boundary = 'batas'): Buffer {
  return Buffer.concat([
    ...parts.flatMap(({ name, photo, headers = [], file = true }) => {
      const disposition = `Content-Disposition: form-data; name="${name}"${file ? '; filename="a"' : ''}`;
      const head = [`--${boundary}`, disposition, ...headers, '', ''].join('\r\n');
      return [Buffer.from(head), photo, Buffer.from('\r\n')];
    }),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

const MULTIPART = 'multipart/form-data; boundary=batas';
const batch = (parts: readonly Part[], username?: string): Promise<Answer> =>
  post('/sync/batch', new Uint8Array(bodyOf(parts)), { 'content-type': MULTIPART }, username);

describe('a manifest', () => {
  test('tells of each photo whether it is stored, wanted, in conflict or refused', async () => {
    const photo = jpeg('ada');
    await server.upload({ run: 'm', page: 1, photo });
    await server.upload({ run: 'm', page: 2, photo });
    const item = (key: string, bytes = photo) => ({ key, sha256: sha256(bytes), bytes: bytes.length });
    const { status, body } = await manifest([
      item(keyOf('m', 1)),
      item(keyOf('m', 2), jpeg('lain')),
      item(keyOf('m', 3)),
      item('bukan kunci'),
      item(keyOf('m', 4)),
      item(keyOf('m', 1, 'c-hasil-presiden')),
      item(keyOf('m', 1, 'c-hasil-gubernur', NEIGHBOUR)),
      item(keyOf('m', 1, 'c-hasil-gubernur', '1671011001099')),
      { ...item(keyOf('m', 3)), bytes: LIMITS.photoBytes + 1 },
    ]);
    expect(status).toBe(200);
    expect(
      body.items.map(({ state, code }: { state: string; code: string | null }) => [state, code]),
    ).toEqual([
      ['stored', null],
      ['conflict', 'KEY_REUSED'],
      ['wanted', null],
      ['refused', 'KEY_MALFORMED'],
      ['refused', 'PAGE_UNKNOWN'],
      ['refused', 'DOCUMENT_UNKNOWN'],
      ['refused', 'TPS_NOT_YOURS'],
      ['refused', 'TPS_UNKNOWN'],
      ['refused', 'PHOTO_TOO_LARGE'],
    ]);
    expect(body.items[0].storedAt).toMatch(/Z$/);
    expect(body.items[2].storedAt).toBeNull();
  });

  test('announces what is wanted: the document has status 1 before any photo of it is here', async () => {
    const username = `kpps-${NEIGHBOUR}`;
    const statusOf = async () => {
      const { documents } = (await server.get(`/api/v1/tps/${NEIGHBOUR}/status`, username)).body;
      return documents.find(({ type }: { type: string }) => type === 'daftar-hadir').status;
    };
    expect(await statusOf()).toBe(0);
    const key = keyOf('announced', 1, 'daftar-hadir', NEIGHBOUR);
    await manifest([{ key, sha256: sha256(jpeg()), bytes: 1 }], username);
    expect(await statusOf()).toBe(1);
  });

  test.each([
    ['no item', []],
    [
      'too many items',
      Array.from({ length: LIMITS.syncItems + 1 }, () => ({ key: 'a', sha256: 'a'.repeat(64), bytes: 1 })),
    ],
    ['an odd hash', [{ key: 'a', sha256: 'abc', bytes: 1 }]],
    ['a field too many', [{ key: 'a', sha256: 'a'.repeat(64), bytes: 1, page: 1 }]],
  ])('of %s is refused', async (_name, items) => {
    expect((await manifest(items)).body.code).toBe('REQUEST_INVALID');
  });
});

describe('a batch', () => {
  test('every part is checked and stored for itself: one bad part spoils no other', async () => {
    await server.upload({ run: 'b', page: 1, photo: jpeg('satu') });
    const good = jpeg('x'.repeat(300_000));
    const parts: Part[] = [
      { name: keyOf('b', 1), photo: jpeg('satu') },
      {
        name: keyOf('b', 2),
        photo: good,
        headers: ['Content-Type: image/jpeg', `X-Content-SHA256: ${sha256(good)}`],
      },
      { name: keyOf('b', 3), photo: jpeg('isi'), headers: [`X-Content-SHA256: ${'a'.repeat(64)}`] },
      { name: keyOf('b', 3), photo: jpeg('isi'), headers: ['X-Content-SHA256: abc'] },
      { name: keyOf('b', 1), photo: jpeg('dua') },
      { name: 'foto', photo: jpeg() },
      { name: keyOf('b', 1, 'daftar-hadir'), photo: Buffer.from('no photo') },
      { name: keyOf('b', 1, 'daftar-hadir'), photo: jpeg('x'.repeat(LIMITS.photoBytes)) },
      { name: keyOf('b', 1, 'daftar-hadir'), photo: jpeg(), file: false },
      { name: keyOf('b', 1, 'daftar-hadir', NEIGHBOUR), photo: jpeg() },
      { name: keyOf('b', 1, 'kejadian-khusus'), photo: pdf(), headers: ['Content-Type: application/pdf'] },
      { name: keyOf('b', 1, 'daftar-hadir'), photo: jpeg('', { width: 10, height: 10 }) },
    ];
    const { status, body } = await batch(parts);
    expect(status).toBe(200);
    expect(
      body.parts.map((part: { status: number; code: string | null }) => [part.status, part.code]),
    ).toEqual([
      [200, null],
      [201, null],
      [422, 'DIGEST_MISMATCH'],
      [400, 'DIGEST_MALFORMED'],
      [409, 'KEY_REUSED'],
      [400, 'KEY_MALFORMED'],
      [415, 'NOT_A_JPEG'],
      [413, 'PHOTO_TOO_LARGE'],
      [400, 'PHOTO_MISSING'],
      [403, 'TPS_NOT_YOURS'],
      [201, null],
      [422, 'PHOTO_DIMENSIONS'],
    ]);
    expect(body.parts.map(({ key }: { key: string }) => key)).toEqual(parts.map(({ name }) => name));
    expect(body.parts[1].upload).toMatchObject({
      key: keyOf('b', 2),
      sha256: sha256(good),
      bytes: good.length,
    });
    expect((await stored('b')).map(({ key }: { key: string }) => key).sort()).toEqual(
      [keyOf('b', 1), keyOf('b', 2), keyOf('b', 1, 'kejadian-khusus')].sort(),
    );
    expect(await readdir(join(photos, 'incoming'))).toEqual([]);
  });

  test('what has arrived when the connection breaks stays, and the manifest resumes from there', async () => {
    const whole = bodyOf([
      { name: keyOf('cut', 1), photo: jpeg('satu') },
      { name: keyOf('cut', 2), photo: jpeg('dua') },
      { name: keyOf('cut', 3), photo: jpeg('tiga'.repeat(50_000)) },
    ]);
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const token = await server.token(`kpps-${TPS}`);
    socket.write(
      `POST /api/v1/sync/batch HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n` +
        `Content-Type: ${MULTIPART}\r\nContent-Length: ${whole.length}\r\n\r\n`,
    );
    socket.write(whole.subarray(0, whole.length - 100_000));
    await expect.poll(async () => (await stored('cut')).length).toBe(2);
    socket.destroy();
    await setTimeout(50);
    const held = ['satu', 'dua', 'tiga'.repeat(50_000)].map((text, i) => ({
      key: keyOf('cut', i + 1),
      sha256: sha256(jpeg(text)),
      bytes: jpeg(text).length,
    }));
    const states = (await manifest(held)).body.items.map(({ state }: { state: string }) => state);
    expect(states).toEqual(['stored', 'stored', 'wanted']);
    expect(await readdir(join(photos, 'incoming'))).toEqual([]);
  });

  test('beyond its bounds is refused, and what came before stays', async () => {
    const parts = Array.from({ length: LIMITS.batchParts + 1 }, (_, i) => ({
      name: keyOf(`many-${i}`, 1),
      photo: jpeg(`${i}`),
    }));
    const answer = await batch(parts);
    expect([answer.status, answer.body.code]).toEqual([413, 'BATCH_TOO_LARGE']);
    expect(await stored('many-0')).toHaveLength(1);
    expect(await stored(`many-${LIMITS.batchParts}`)).toEqual([]);
  });

  test.each([
    ['JSON', 'application/json', '{}', 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['no end', MULTIPART, '--batas\r\n', 400, 'MULTIPART_MALFORMED'],
  ])('with %s is refused', async (_name, type, body, status, code) => {
    const answer = await post('/sync/batch', body, { 'content-type': type });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('of nothing is answered with nothing; an admin of the kota may not upload', async () => {
    expect((await batch([])).body).toEqual({ parts: [] });
    expect((await batch([], 'kota-1671')).body.code).toBe('ROLE_FORBIDDEN');
  });
});
