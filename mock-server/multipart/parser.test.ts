import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundaryOf, createMultipartParser } from './parser.ts';

interface Part {
  name: string | null;
  isFile: boolean;
  content: string;
}

function parse(chunks: Buffer[], boundary: string): { parts: Part[]; ended: number; state: string } {
  const parts: Part[] = [];
  let ended = 0;
  const parser = createMultipartParser(boundary, {
    start: (head) => parts.push({ ...head, content: '' }),
    data: (chunk) => {
      const part = parts.at(-1);
      if (part) part.content += chunk.toString('latin1');
    },
    end: () => ended++,
  });
  for (const chunk of chunks) parser.add(chunk);
  return { parts, ended, state: parser.state() };
}

/** Cuts at the places given, as a network would. */
function cut(body: Buffer, places: number[]): Buffer[] {
  const at = [0, ...places.map((place) => place % (body.length + 1)).sort((a, b) => a - b), body.length];
  return at.slice(1).map((end, i) => body.subarray(at[i], end));
}

const BOUNDARY = 'b-o';

/** Content that is full of almost-boundaries. */
const content = fc
  .array(
    fc.constantFrom(
      '\r',
      '\n',
      '-',
      '\r\n',
      '\r\n-',
      '\r\n--',
      '\r\n--b',
      '\r\n--b-',
      'b-o',
      'x',
      '\xff\xd8',
    ),
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => !`${text}\r\n--${BOUNDARY}`.slice(0, -1).includes(`\r\n--${BOUNDARY}`));

test('whatever the content and however it is cut, the parts come out as they went in', () => {
  fc.assert(
    fc.property(
      fc.array(content, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(), { maxLength: 12 }),
      (contents, places) => {
        const body = contents
          .map(
            (text, i) =>
              `--${BOUNDARY}\r\nContent-Disposition: form-data; name="p${i}"; filename="f"\r\nX: y\r\n\r\n${text}\r\n`,
          )
          .join('')
          .concat(`--${BOUNDARY}--\r\n`);
        const { parts, ended, state } = parse(cut(Buffer.from(body, 'latin1'), places), BOUNDARY);
        expect(parts).toMatchObject(
          contents.map((text, i) => ({ name: `p${i}`, isFile: true, content: text })),
        );
        expect([ended, state]).toEqual([contents.length, 'epilogue']);
      },
    ),
    { numRuns: 500 },
  );
});

test('garbage never throws and never ends well', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat(), { maxLength: 5 }), (bytes, places) => {
      expect(parse(cut(Buffer.from(bytes), places), 'none-such').state).not.toBe('epilogue');
    }),
  );
});

test('headers: any case, order and quoting; fields and files are told apart', () => {
  const head = (text: string) =>
    parse([Buffer.from(`--b\r\n${text}\r\n\r\nx\r\n--b--`)], 'b').parts.map(({ name, isFile }) => [
      name,
      isFile,
    ]);
  expect(
    head('content-type: image/jpeg\r\nCONTENT-DISPOSITION: Form-Data; filename=a.jpg; name=photo'),
  ).toEqual([['photo', true]]);
  expect(head('Content-Disposition: form-data; name="photo"')).toEqual([['photo', false]]);
  expect(head('Content-Disposition: form-data; name="a b"; filename*=UTF-8\'\'x')).toEqual([['a b', true]]);
  expect(head('Content-Disposition: attachment; name="photo"')).toEqual([[null, false]]);
  expect(head(`X: ${'y'.repeat(10_000)}`)).toEqual([]);
});

test('boundaries: quoted, bare, among other parameters, missing', () => {
  expect(boundaryOf('multipart/form-data; boundary=abc')).toBe('abc');
  expect(boundaryOf('Multipart/Form-Data; charset=utf-8; Boundary="a b:c"; x=y')).toBe('a b:c');
  expect(boundaryOf('multipart/form-data')).toBeNull();
  expect(boundaryOf('multipart/mixed; boundary=abc')).toBeNull();
  expect(boundaryOf(undefined)).toBeNull();
});
