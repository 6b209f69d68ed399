import { Ajv2020 } from 'ajv/dist/2020.js';
import type { TSchema } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DHasilKabkota, DHasilKecamatan } from '../contract/public-d-hasil.ts';
import { buildDirectory } from '../directory/build.ts';
import { createProgress } from '../directory/progress.ts';
import { createFormBook } from '../forms/form-book.ts';
import type { NewPlenoEvent } from '../pleno/events.ts';
import { createPlenos } from '../pleno/plenos.ts';
import { createEventMemory } from '../pleno/testing/event-memory.ts';
import {
  ADMIN,
  KABKOTA,
  KECAMATAN,
  type PlenoServer,
  startPlenoServer,
} from '../pleno/testing/pleno-server.ts';
import { pdf } from '../testing/jpeg.ts';
import { smallForms } from '../testing/small-forms.ts';
import { createPublicSite } from './site.ts';

const KECAMATAN_FILE = `/pilkada/dhasil/pkwkk/16/1671/${KECAMATAN}.json`;
const NEIGHBOUR_FILE = '/pilkada/dhasil/pkwkk/16/1671/167102.json';
const KABKOTA_FILE = '/pilkada/dhasil/pkwkk/16/1671.json';

const { tps } = smallForms();
const ofKecamatan = tps.filter(({ kecamatan }) => kecamatan === KECAMATAN);
/** Votes of the second election at a TPS of the kecamatan. */
const votesAt = (place: number) => ofKecamatan[place]?.contests[1]?.votes ?? [];
const SUMS = [0, 1, 2].map((pair) =>
  ofKecamatan.reduce((sum, _, place) => sum + (votesAt(place)[pair] ?? 0), 0),
);
const USERS = ofKecamatan.reduce((sum, { voters }) => sum + voters.users.total, 0);

describe('over HTTP', () => {
  let server: PlenoServer;
  beforeAll(async () => {
    server = await startPlenoServer({ publishEverySecond: 0 });
    await server.ask('POST', `/pleno/${KECAMATAN}`, ADMIN);
    await server.saveAll();
    await server.ask('POST', `/pleno/${KECAMATAN}/finalise`, ADMIN);
    await server.uploadPdf(ADMIN, pdf());
  });
  afterAll(() => server.dispose());

  const isWhatItSays = async (path: string, schema: TSchema) => {
    const { status, body, headers } = await server.get(path);
    expect(status).toBe(200);
    expect(headers.get('etag')).toMatch(/^"/);
    const check = new Ajv2020({ strict: false }).compile(schema);
    expect(check(body), JSON.stringify(check.errors)).toBe(true);
    return body;
  };

  test('nothing stands there before a pleno publishes, then D.Hasil TPS by TPS, and nothing again once it is reopened', async () => {
    const before = await isWhatItSays(KECAMATAN_FILE, DHasilKecamatan);
    expect(before).toMatchObject({
      status: false,
      dokumen: null,
      tungsura: { chart: null, table: {} },
      progres: { total: 4, progres: 0 },
    });
    const neighbour = await isWhatItSays(NEIGHBOUR_FILE, DHasilKecamatan);

    await server.ask('POST', `/pleno/${KECAMATAN}/publish`, ADMIN);
    const after = await isWhatItSays(KECAMATAN_FILE, DHasilKecamatan);
    expect(after).toMatchObject({
      kode: KECAMATAN,
      nama: 'ILIR BARAT II',
      status: true,
      dokumen: { bytes: pdf().length },
      progres: { total: 4, progres: 4 },
    });
    expect(Object.values(after.tungsura.chart)).toEqual(SUMS);
    expect(after.tungsura.administrasi.suara_total).toBe(USERS);
    expect(Object.values(after.tungsura.table['1671011001002'])).toEqual(votesAt(1));
    expect(Object.keys(after.tungsura.table)).toHaveLength(4);
    expect((await isWhatItSays(NEIGHBOUR_FILE, DHasilKecamatan)).tungsura).toEqual(neighbour.tungsura);

    const kota = await isWhatItSays(KABKOTA_FILE, DHasilKabkota);
    expect(kota).toMatchObject({ status: false, progres: { total: 2, progres: 1 } });
    expect(Object.values(kota.tungsura.chart)).toEqual(SUMS);
    expect(kota.tungsura.table[KECAMATAN]).toMatchObject({ status: true, sha256: after.dokumen.sha256 });
    expect(kota.tungsura.table['167102']).toMatchObject({ status: false, sha256: null, finalisasi: null });

    await server.ask('POST', `/pleno/${KECAMATAN}/reopen`, KABKOTA, { reason: 'Keberatan saksi diterima' });
    const reopened = await isWhatItSays(KECAMATAN_FILE, DHasilKecamatan);
    expect({ ...reopened, ts: '' }).toEqual({ ...before, ts: '' });
  });

  test('conditional requests and compression are those of the other files', async () => {
    const read = (more: Record<string, string> = {}) =>
      fetch(server.url + KABKOTA_FILE, { headers: { 'accept-encoding': 'br', ...more } });
    const { headers } = await read();
    const again = await read({ 'if-none-match': String(headers.get('etag')) });
    expect([again.status, headers.get('content-encoding')]).toEqual([304, 'br']);
    expect(headers.get('vary')).toBe('accept-encoding');
    expect(headers.get('last-modified')).toEqual(expect.any(String));
  });

  test.each([
    '/pilkada/dhasil/pkwkk.json',
    '/pilkada/dhasil/pkwkk/16.json',
    '/pilkada/dhasil/pkwkk/16/1671/167103.json',
    '/pilkada/dhasil/pkwkk/16/1671/167101/1671011001.json',
    '/pilkada/dhasil/pkwkk/16/1672.json',
    '/pilkada/dhasil/ppwp/16/1671.json',
  ])('%s is a static host’s 404', async (path) => {
    expect((await server.get(path)).status).toBe(404);
  });
});

test('a publication stands until the next, whatever is published, reopened and corrected meanwhile', async () => {
  const directory = await buildDirectory({ ...smallForms(), planSha256: '' });
  const plenos = createPlenos(directory, createEventMemory());
  const start = Date.parse('2024-12-03T02:50:00Z');
  let now = start;
  const site = createPublicSite({
    directory,
    book: createFormBook(directory, createProgress(directory), null),
    plenos: plenos.published,
    publishEverySecond: 900,
    now: () => now,
  });
  const add = (event: NewPlenoEvent) =>
    plenos.change(
      KECAMATAN,
      'x',
      () => event,
      () => null,
    );
  const save = (figure: number) =>
    add({
      kind: 'saved',
      body: {
        tps: '1671011001001',
        election: 'walikota',
        figures: (plenos.elections[1]?.fields ?? []).map(() => figure),
        corrections: [],
        note: null,
        revision: 1,
        source: 'none',
        formRevision: 0,
        asked: '',
      },
    });
  const publish = async () => {
    await add({ kind: 'finalised', body: { sums: {} } });
    await add({ kind: 'document', body: { sha256: 'a'.repeat(64), bytes: 9 } });
    await add({ kind: 'published', body: { sha256: 'a'.repeat(64) } });
  };
  const shown = () => {
    const { tungsura, ts } = JSON.parse(site.file(KECAMATAN_FILE)?.body.toString() ?? '');
    return [ts, tungsura.administrasi?.suara_total ?? null];
  };

  await save(5);
  expect(shown()).toEqual(['2024-12-03 09:50:00', null]);
  await publish();
  expect(shown()).toEqual(['2024-12-03 09:50:00', null]);
  now = start + 10 * 60_000;
  expect(shown()).toEqual(['2024-12-03 10:00:00', 5]);

  now += 60_000;
  await add({ kind: 'reopened', body: { reason: 'Keberatan' } });
  await save(6);
  // Asked for the first time, long after: still what stood at the time of publication.
  const kota = JSON.parse(site.file(KABKOTA_FILE)?.body.toString() ?? '');
  expect([kota.tungsura.administrasi.suara_total, ...shown()]).toEqual([5, '2024-12-03 10:00:00', 5]);

  // A quarter passes unseen by readers; what happens after it is not in it.
  now += 15 * 60_000;
  await publish();
  expect(shown()).toEqual(['2024-12-03 10:15:00', null]);
  now += 15 * 60_000;
  expect(shown()).toEqual(['2024-12-03 10:30:00', 6]);
});
