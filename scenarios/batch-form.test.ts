import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundaryOf, createMultipartParser, type PartHead } from '../mock-server/multipart/parser.ts';
import { BATCH_CONTENT_TYPE, BatchForm } from './batch-form.ts';

/** The parts of a body, as a server reads them. */
function partsOf(body: Uint8Array): { head: PartHead; bytes: number[] }[] {
  const parts: { head: PartHead; bytes: number[] }[] = [];
  const parser = createMultipartParser(boundaryOf(BATCH_CONTENT_TYPE) ?? '', {
    start: (head) => parts.push({ head, bytes: [] }),
    data: (chunk) => parts.at(-1)?.bytes.push(...chunk),
    end: () => {},
  });
  parser.add(Buffer.from(body));
  expect(parser.state()).toBe('epilogue');
  return parts;
}

const head = (key: string) =>
  `content-disposition: form-data; name="${key}"; filename="simulasi.jpg"\r\ncontent-type: image/jpeg\r\n`;

it('a server finds every photo in a batch, whole and under its key', () => {
  const photo = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 200 });
  fc.assert(
    fc.property(fc.array(photo, { minLength: 1, maxLength: 12 }), (photos) => {
      const form = new BatchForm(
        photos.map((bytes, i) => ({ head: head(`run.t.1.${i}`), bytes: bytes.length })),
      );
      // One buffer for all of them, as photos lie in one: what was put in must stay as it was.
      const lent = new Uint8Array(200);
      for (const bytes of photos) {
        lent.set(bytes);
        form.add(lent.subarray(0, bytes.length));
        lent.fill(0);
      }
      expect(partsOf(form.end())).toEqual(
        photos.map((bytes, i) => ({
          head: { name: `run.t.1.${i}`, isFile: true, contentType: 'image/jpeg', sha256: null },
          bytes,
        })),
      );
    }),
  );
});

it('a photo that is not as large as planned is no body', () => {
  const form = new BatchForm([{ head: head('a'), bytes: 3 }]);
  form.add(new Uint8Array(2));
  expect(() => form.end()).toThrow(/not as large/);
});
