import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { markBytes, type UploadMark } from '../../fixtures/photos/upload-mark.ts';
import { planFile } from '../../fixtures/plan/folder.ts';
import { type EncodedPhotos, encodedPhotoForm } from '../../scenarios/photos/encoded-photos.ts';
import { fitIntoScript, writeEncodedPhotos } from './encoded-photos.ts';

vi.mock('k6/encoding', () => ({
  b64decode: (text: string) => {
    const bytes = Buffer.from(text, 'base64');
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  },
}));

const folder = mkdtempSync(join(tmpdir(), 'uji-beban-encoded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The mark as it stands in a pack, before an upload writes its own. */
const BLANK = markBytes({ tps: '0', document: 0, page: 0, take: 'retest' });
const PICTURES = ['a small picture', 'another, that is a little longer'].map((text) => Buffer.from(text));

const MARKS: UploadMark[] = [
  { tps: '1671011001001', document: 3, page: 12, take: 'round-1' },
  { tps: '1671021001044', document: 10, page: 1, take: 'retest' },
];

describe('photos that a script holds itself', () => {
  let photos: EncodedPhotos;

  beforeAll(async () => {
    const packed = PICTURES.map((picture) => Buffer.concat([picture, BLANK]));
    let offset = 0;
    const index = packed.map(({ length }) => {
      const entry = { offset, bytes: length };
      offset += length;
      return entry;
    });
    writeFileSync(planFile(folder, 'photos'), Buffer.concat(packed));
    writeFileSync(planFile(folder, 'photoIndex'), JSON.stringify({ photos: index }));
    const module = join(folder, 'photos.mjs');
    writeEncodedPhotos({ planFolder: folder, field: 'berkas' }, module);
    photos = (await import(pathToFileURL(module).href)) as EncodedPhotos;
  });

  const head =
    '------sirekap-uji-beban-SIMULASI\r\ncontent-disposition: form-data; name="berkas"; filename="simulasi.jpg"\r\n' +
    'content-type: image/jpeg\r\n\r\n';
  const foot = '\r\n------sirekap-uji-beban-SIMULASI--\r\n';

  it('are uploaded as forms, each with the mark of its upload', async () => {
    const form = encodedPhotoForm(photos);
    expect(form.contentType).toBe('multipart/form-data; boundary=----sirekap-uji-beban-SIMULASI');
    for (const [photo, picture] of PICTURES.entries()) {
      expect(form.use(photo, 0)).toBeNull();
      // More than once for one photo, as a retake does; the shorter take comes last.
      for (const mark of MARKS) {
        const marked = Buffer.concat([picture, markBytes(mark)]);
        const body = Buffer.concat([Buffer.from(head), marked, Buffer.from(foot)]);
        expect(Buffer.from(form.fill(mark) as ArrayBuffer)).toEqual(body);
        expect(Buffer.from(form.photo(mark))).toEqual(marked);
      }
      form.giveBack();
    }
  });

  it('are gone when they were given back, and come again', () => {
    const form = encodedPhotoForm(photos);
    const [mark] = MARKS as [UploadMark];
    form.use(0, 0);
    const first = Buffer.from(form.fill(mark) as ArrayBuffer);
    form.giveBack();
    expect(() => form.fill(mark)).toThrow('no photo is in use');
    form.use(0, 0);
    expect(Buffer.from(form.fill(mark) as ArrayBuffer)).toEqual(first);
  });

  it('are those of the plan and no others', () => {
    expect(() => encodedPhotoForm(photos).use(2, 0)).toThrow('there is no photo 2');
  });

  it('are few', () => {
    expect(fitIntoScript(folder)).toBe(true);
    truncateSync(planFile(folder, 'photos'), 2 ** 24 + 1);
    expect(fitIntoScript(folder)).toBe(false);
  });
});
