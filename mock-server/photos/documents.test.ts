import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ADMIN, KECAMATAN, type PlenoServer, startPlenoServer } from '../pleno/testing/pleno-server.ts';
import { pdf } from '../testing/jpeg.ts';

let folder: string;
let server: PlenoServer;
const photosDir = () => join(folder, 'photos');
const kept = () => readdir(join(photosDir(), 'd-hasil'));
const storePath = () => join(folder, 's.sqlite');
const named = (bytes: Buffer) => `${createHash('sha256').update(bytes).digest('hex')}.pdf`;

const start = (uploaded: string[]) =>
  startPlenoServer({ photosDir: photosDir(), storePath: storePath(), uploaded });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uji-beban-documents-'));
  server = await start([KECAMATAN]);
  await server.ask('POST', `/pleno/${KECAMATAN}`, ADMIN);
  await server.saveAll();
});
afterEach(async () => {
  await server.dispose();
  await rm(folder, { recursive: true, force: true });
});

test('D.Hasil is kept under its hash; what is refused is not', async () => {
  expect((await server.uploadPdf(ADMIN, pdf('too early'))).body.code).toBe('PLENO_NOT_FINALISED');
  await server.ask('POST', `/pleno/${KECAMATAN}/finalise`, ADMIN);
  expect((await server.uploadPdf(ADMIN, Buffer.from('no PDF'))).body.code).toBe('NOT_A_PDF');
  const large = Buffer.concat([pdf(), Buffer.alloc(300_000, 0x41), pdf()]);
  expect((await server.uploadPdf(ADMIN, large)).status).toBe(201);
  expect(await kept()).toEqual([named(large)]);
  expect(await readFile(join(photosDir(), 'd-hasil', named(large)))).toEqual(large);
  expect(await readdir(join(photosDir(), 'incoming'))).toEqual([]);
});

test('after a crash PDFs that no pleno names are removed, and the others stay', async () => {
  await server.ask('POST', `/pleno/${KECAMATAN}/finalise`, ADMIN);
  await server.uploadPdf(ADMIN, pdf('draf'));
  await server.uploadPdf(ADMIN, pdf('akhir'));
  await server.close();
  // As a crash leaves a folder: a PDF whose pleno never heard of it, and the mark of a server at work.
  await writeFile(join(photosDir(), 'd-hasil', named(pdf('orphan'))), pdf('orphan'));
  await writeFile(join(photosDir(), 'unsettled'), '');
  await server.dispose();
  server = await start([]);
  // History names the first one too.
  expect((await kept()).sort()).toEqual([named(pdf('draf')), named(pdf('akhir'))].sort());
  expect((await server.ask('GET', `/pleno/${KECAMATAN}`, ADMIN)).body.document.sha256).toBe(
    named(pdf('akhir')).slice(0, 64),
  );
});
