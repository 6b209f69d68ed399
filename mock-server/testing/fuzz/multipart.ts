import fc, { type Arbitrary } from 'fast-check';
import { jpeg, pdf } from '../jpeg.ts';
import type { Schema } from './schema.ts';

const BOUNDARY = 'batas-uji-beban';

/** A multipart body for the file fields of a schema: as it should be, or damaged the way links and clients damage them. */
export function multipartBody(
  { properties = {} }: Schema,
  valid: boolean,
  keys: readonly string[],
): Arbitrary<{ bytes: Buffer; headers: Record<string, string> }> {
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
  // Parts that the schema does not name are named by keys.
  const fields = Object.keys(properties);
  const names = fields.length > 0 ? fields : keys;
  const file = (name: string, content: string) =>
    properties[name]?.contentMediaType === 'application/pdf' ? pdf(content) : jpeg(content);
  const right = fc
    .string({ maxLength: 200 })
    .map((content) => whole(names.map((name) => part(name, file(name, content)))));
  if (valid) return right.map((bytes) => ({ bytes, headers }));
  const files = fc.array(
    fc
      .tuple(
        fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 20 })),
        fc.oneof(
          fc.uint8Array({ maxLength: 500 }).map(Buffer.from),
          fc.string().map((content) => jpeg(content)),
        ),
      )
      .map(([name, content]) => part(name, content)),
    { maxLength: 3 },
  );
  const cut = fc
    .tuple(right, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([bytes, share]) => bytes.subarray(0, Math.floor(bytes.length * share)));
  return fc
    .tuple(
      fc.oneof(
        files.map(whole),
        cut,
        fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      ),
      fc.constantFrom(headers, headers, headers, {
        'content-type': 'multipart/form-data',
      } as typeof headers),
    )
    .map(([bytes, head]) => ({ bytes, headers: head }));
}

function part(name: string, content: Buffer): Buffer {
  const disposition = `form-data; name="${name.replace(/["\r\n]/g, '_')}"; filename="foto.jpg"`;
  const head = `--${BOUNDARY}\r\nContent-Disposition: ${disposition}\r\nContent-Type: image/jpeg\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n')]);
}

function whole(parts: readonly Buffer[]): Buffer {
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}
