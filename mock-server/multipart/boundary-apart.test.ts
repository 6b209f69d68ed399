import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { announcedBoundary, putBoundaryApart } from './boundary-apart.ts';

const request = (type?: string) =>
  ({ headers: type === undefined ? {} : { 'content-type': type } }) as IncomingMessage;

describe('the boundary of an upload', () => {
  it('is kept apart from the content type that fastify sees', () => {
    const upload = request('multipart/form-data; boundary=abc');
    putBoundaryApart(upload);
    expect(upload.headers['content-type']).toBe('multipart/form-data');
    expect(announcedBoundary(upload)).toBe('abc');
  });

  it('is found where nobody has put it apart', () => {
    expect(announcedBoundary(request('Multipart/Form-Data; boundary="a b"'))).toBe('a b');
  });

  it.each([undefined, 'application/json', 'multipart/form-data', 'multipart/mixed; boundary=abc'])(
    'there is none, and nothing is touched: %s',
    (type) => {
      const other = request(type);
      putBoundaryApart(other);
      expect(other.headers['content-type']).toBe(type);
      expect(announcedBoundary(other)).toBeNull();
    },
  );
});
