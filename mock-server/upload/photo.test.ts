import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jpeg, pdf } from '../testing/jpeg.ts';
import { createPhotoDigest } from './photo.ts';

/** A JPEG with other segments before its frame, as cameras write them. */
function withSegments(segments: readonly Buffer[], photo = jpeg()): Buffer {
  const made = segments.map((content) => {
    const head = Buffer.from([0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  });
  return Buffer.concat([photo.subarray(0, 2), ...made, photo.subarray(2)]);
}

/** Cut at those places, which are shares of its length. */
function inPieces(photo: Buffer, cuts: readonly number[]): Buffer[] {
  const at = [...new Set([0, ...cuts.map((cut) => Math.floor(cut * photo.length)), photo.length])];
  const places = at.sort((a, b) => a - b);
  return places.slice(1).map((end, i) => photo.subarray(places[i], end));
}

function digest(pieces: readonly Buffer[], announced?: string) {
  const taken = createPhotoDigest();
  // As the server does: what was lent is gone afterwards.
  for (const piece of pieces) {
    const lent = Buffer.from(piece);
    taken.add(lent);
    lent.fill(0);
  }
  return taken.finish(announced);
}

const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

test('however it arrives in pieces, a photo is the same, whatever stands before its frame', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 5 }), cuts, (segments, places) => {
      const photo = withSegments(segments.map((each) => Buffer.from(each)));
      const sha256 = createHash('sha256').update(photo).digest('hex');
      expect(digest(inPieces(photo, places))).toEqual({ sha256, bytes: photo.length, type: 'image/jpeg' });
    }),
  );
});

test('bytes of any kind are a photo or refused, and never anything else', () => {
  const wild = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => {
      return Buffer.concat([Buffer.from([0xff, 0xd8]), bytes, Buffer.from([0xff, 0xd9])]);
    }),
  );
  fc.assert(
    fc.property(wild, cuts, (photo, places) => {
      const result = () => {
        try {
          return digest(inPieces(photo, places)).type;
        } catch (error) {
          return (error as { code: string }).code;
        }
      };
      expect(['image/jpeg', 'NOT_A_JPEG', 'PHOTO_UNREADABLE', 'PHOTO_DIMENSIONS']).toContain(result());
    }),
  );
});

describe('refused', () => {
  const codeOf = (photo: Buffer, announced?: string) => {
    try {
      return digest([photo], announced).type;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  test.each([
    ['a scan without a frame', Buffer.from('ffd8ffda0008010100003f00ffd9', 'hex'), 'PHOTO_UNREADABLE'],
    ['a segment shorter than its own length', Buffer.from('ffd8ffe10001ffd9', 'hex'), 'PHOTO_UNREADABLE'],
    ['a frame that is cut off', Buffer.from('ffd8ffc0000b08ffd9', 'hex'), 'PHOTO_UNREADABLE'],
    ['no height', jpeg('', { width: 960, height: 0 }), 'PHOTO_DIMENSIONS'],
    ['a PDF whose end is too far from its end', Buffer.concat([pdf(), Buffer.alloc(2000)]), 'NOT_A_JPEG'],
  ])('%s', (_name, photo, code) => {
    expect(codeOf(photo)).toBe(code);
  });

  test.each([
    [jpeg(), 'image/jpeg', 'image/jpeg'],
    [pdf(), 'application/pdf', 'application/pdf'],
    [jpeg(), 'application/pdf', 'PHOTO_TYPE_MISMATCH'],
    [pdf(), 'image/png', 'PHOTO_TYPE_MISMATCH'],
  ])('another type than announced, and no other', (photo, announced, result) => {
    expect(codeOf(photo, announced)).toBe(result);
  });
});
