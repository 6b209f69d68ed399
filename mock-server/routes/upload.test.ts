import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS } from '../contract/limits.ts';
import { jpeg, pdf } from '../testing/jpeg.ts';
import { photoForm, startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.dispose());

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const stored = async (run: string) =>
  (await server.get(`/api/v1/uploads?run=${run}`, 'kota-1671')).body.uploads;

test('a large photo is acknowledged with its hash, and read back the same', async () => {
  const photo = jpeg('x'.repeat(3_000_000));
  const { status, body } = await server.upload({ run: 'large', photo });
  expect(status).toBe(201);
  expect(body).toEqual({
    key: `large.round-1.${TPS}.c-hasil-gubernur.1`,
    tps: TPS,
    document: 'c-hasil-gubernur',
    page: 1,
    sha256: sha256(photo),
    bytes: photo.length,
    storedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
  expect(await stored('large')).toEqual([body]);
});

test('the same upload again is stored once and answered with the first record', async () => {
  const first = await server.upload({ run: 'again' });
  const second = await server.upload({ run: 'again' });
  expect(second.status).toBe(200);
  expect(second.body).toEqual(first.body);
  expect(await stored('again')).toHaveLength(1);
});

test('an operator of the PPK uploads for a TPS of the kecamatan, and for no other', async () => {
  const own = await server.upload({ run: 'ppk', username: 'operator-167101' });
  expect([own.status, own.body.tps]).toEqual([201, TPS]);
  const other = await server.upload({ run: 'ppk', username: 'operator-167101', kode: '1671021001001' });
  expect([other.status, other.body.code]).toEqual([403, 'TPS_NOT_YOURS']);
});

test('many requests with one key at once: one is stored, the others repeat it', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => server.upload({ run: 'rush' })));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(29);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(await stored('rush')).toHaveLength(1);
});

test('two requests with one key and different bytes at once: one is stored, one refused', async () => {
  const answers = await Promise.all(
    ['a', 'b'].map((text) => server.upload({ run: 'clash', photo: jpeg(text) })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('KEY_REUSED');
  expect(await stored('clash')).toHaveLength(1);
});

test.each([
  ['no key', { key: null }, 400, 'KEY_MISSING'],
  ['a malformed key', { key: 'abc' }, 400, 'KEY_MALFORMED'],
  ['a key with an odd page', { key: `r.round-1.${TPS}.c-hasil-gubernur.01` }, 400, 'KEY_MALFORMED'],
  ['an endless key', { key: `${'r'.repeat(300)}.round-1.${TPS}.c-hasil-gubernur.1` }, 400, 'KEY_MALFORMED'],
  ['a key of another page', { key: `r.round-1.${TPS}.c-hasil-gubernur.2` }, 400, 'KEY_MISMATCH'],
  ['a key of another TPS', { key: 'r.round-1.1671011001002.c-hasil-gubernur.1' }, 400, 'KEY_MISMATCH'],
  ['an unknown TPS', { kode: '1671019999001' }, 404, 'TPS_UNKNOWN'],
  ["another account's TPS", { kode: '1671011001002' }, 403, 'TPS_NOT_YOURS'],
  ['an unknown document', { type: 'c-hasil-presiden' }, 404, 'DOCUMENT_UNKNOWN'],
  ['a page too many', { page: 4 }, 404, 'PAGE_UNKNOWN'],
  ['page 0', { page: 0 }, 400, 'REQUEST_INVALID'],
  ['page 1.0', { page: '1.0' }, 400, 'REQUEST_INVALID'],
  ['an odd document', { type: 'C_HASIL' }, 400, 'REQUEST_INVALID'],
  ['another digest', { headers: { 'x-content-sha256': 'a'.repeat(64) } }, 422, 'DIGEST_MISMATCH'],
  ['a malformed digest', { headers: { 'x-content-sha256': 'abc' } }, 400, 'DIGEST_MALFORMED'],
  ['no JPEG start', { photo: Buffer.from('PNG, really') }, 415, 'NOT_A_JPEG'],
  ['no JPEG end', { photo: jpeg().subarray(0, -1) }, 415, 'NOT_A_JPEG'],
  ['an empty photo', { photo: Buffer.alloc(0) }, 415, 'NOT_A_JPEG'],
  ['four bytes too few', { photo: Buffer.from([0xff, 0xd8, 0xd9]) }, 415, 'NOT_A_JPEG'],
  ['no frame', { photo: Buffer.from('ffd8ffd9', 'hex') }, 422, 'PHOTO_UNREADABLE'],
  ['noise for segments', { photo: Buffer.from('ffd8abcdefffd9', 'hex') }, 422, 'PHOTO_UNREADABLE'],
  ['too narrow a photo', { photo: jpeg('x', { width: 239, height: 1280 }) }, 422, 'PHOTO_DIMENSIONS'],
  ['too high a photo', { photo: jpeg('x', { width: 960, height: 16_385 }) }, 422, 'PHOTO_DIMENSIONS'],
  ['half a PDF', { photo: pdf().subarray(0, -8) }, 415, 'NOT_A_JPEG'],
  ['a PDF that says it is a JPEG', { form: photoForm(pdf()) }, 415, 'PHOTO_TYPE_MISMATCH'],
  [
    'a JPEG that says it is a PDF',
    { form: photoForm(jpeg(), 'photo', 'application/pdf') },
    415,
    'PHOTO_TYPE_MISMATCH',
  ],
  ['too large a photo', { photo: jpeg('x'.repeat(LIMITS.photoBytes)) }, 413, 'PHOTO_TOO_LARGE'],
  ['another part name', { form: photoForm(jpeg(), 'foto') }, 400, 'PHOTO_MISSING'],
])('%s is refused and nothing is stored', async (_name, upload, status, code) => {
  const answer = await server.upload({ run: 'refused', ...upload });
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(await stored('refused')).toEqual([]);
});

test('exactly one part: not two photos, not a field beside, not a field instead', async () => {
  const two = photoForm(jpeg());
  two.append('photo', new Blob([new Uint8Array(jpeg())]), 'b.jpg');
  const beside = photoForm(jpeg());
  beside.append('catatan', 'x');
  const instead = new FormData();
  instead.append('photo', 'x');
  const codes = [];
  for (const form of [two, beside, instead])
    codes.push((await server.upload({ run: 'parts', form })).body.code);
  expect(codes).toEqual(['TOO_MANY_PARTS', 'TOO_MANY_PARTS', 'PHOTO_MISSING']);
  expect(await stored('parts')).toEqual([]);
});

test('a PDF is taken as it is, as phones sent them by Bluetooth', async () => {
  const photo = pdf('x'.repeat(200_000));
  const answer = await server.upload({ run: 'pdf', form: photoForm(photo, 'photo', 'application/pdf') });
  expect([answer.status, answer.body.sha256]).toEqual([201, sha256(photo)]);
});

test('the right digest, in either case, is accepted', async () => {
  const headers = { 'x-content-sha256': sha256(jpeg()).toUpperCase() };
  expect((await server.upload({ run: 'digest', headers })).status).toBe(201);
});

async function rawUpload(
  run: string,
  body: string,
  contentType: string,
  length = body.length,
): Promise<string> {
  const token = await server.token(`kpps-${TPS}`);
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.write(
    `POST /api/v1/tps/${TPS}/documents/c-hasil-gubernur/pages/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n` +
      `Authorization: Bearer ${token}\r\nIdempotency-Key: ${run}.round-1.${TPS}.c-hasil-gubernur.1\r\n` +
      `Content-Type: ${contentType}\r\nContent-Length: ${length}\r\n\r\n${body}`,
    'latin1',
  );
  if (length > body.length) {
    await setTimeout(50);
    socket.destroy();
    await setTimeout(50);
    return '';
  }
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer;
}

const HEAD = '--b\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n';

test('a client that breaks off in mid-upload leaves nothing stored and nothing in flight', async () => {
  await rawUpload('broken', `${HEAD}\xff\xd8 half of it`, 'multipart/form-data; boundary=b', 100_000);
  expect(await stored('broken')).toEqual([]);
  const metrics = (await server.get('/metrics')).body;
  expect(metrics).toMatch(/status="aborted"\} 1/);
  expect(metrics).not.toMatch(/^sirekap_http_requests_in_flight\{route="(?!\/metrics).*\} [^0]/m);
});

test.each([
  [
    'no closing boundary',
    `${HEAD}\xff\xd8..\xff\xd9\r\n`,
    'multipart/form-data; boundary=b',
    'MULTIPART_MALFORMED',
  ],
  ['no boundary in the body', 'hello', 'multipart/form-data; boundary=b', 'MULTIPART_MALFORMED'],
  ['an empty body', '', 'multipart/form-data; boundary=b', 'MULTIPART_MALFORMED'],
  ['no boundary announced', HEAD, 'multipart/form-data', 'MEDIA_TYPE_UNSUPPORTED'],
  ['JSON instead', '{}', 'application/json', 'MEDIA_TYPE_UNSUPPORTED'],
  [
    'no disposition',
    '--b\r\nX: y\r\n\r\n\xff\xd8\xff\xd9\r\n--b--\r\n',
    'multipart/form-data; boundary=b',
    'PHOTO_MISSING',
  ],
])('a body with %s', async (_name, body, type, code) => {
  const answer = await rawUpload('raw', body, type);
  expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
  expect(answer).toContain(`"code":"${code}"`);
  expect(await stored('raw')).toEqual([]);
});
