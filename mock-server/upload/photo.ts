import { createHash } from 'node:crypto';
import { ApiError } from '../contract/api-error.ts';
import { LIMITS } from '../contract/limits.ts';
import { createFrameScan, type Frame } from './frame-header.ts';

const JPEG_START = Buffer.from([0xff, 0xd8]);
const JPEG_END = Buffer.from([0xff, 0xd9]);
const PDF_START = Buffer.from('%PDF-');
const PDF_END = '%%EOF';
/** Readers look for the end of a PDF in so many last bytes (ISO 32000, implementation notes). */
const PDF_TAIL_BYTES = 1024;

export type PhotoType = 'image/jpeg' | 'application/pdf';

/** What is known of a photo once all of it has passed by. */
export interface PhotoDigest {
  sha256: string;
  bytes: number;
  type: PhotoType;
}

/**
 * Takes a photo chunk by chunk and keeps none of it: its hash and its length, and of its bytes those that show that it is a
 * whole JPEG or, as phones sent them by Bluetooth, a whole PDF.
 */
export function createPhotoDigest(): {
  add(chunk: Buffer): void;
  /**
   * @param announced the part's content type, null where it has none
   * @throws ApiError NOT_A_JPEG, PHOTO_TYPE_MISMATCH, PHOTO_UNREADABLE, PHOTO_DIMENSIONS
   */
  finish(announced?: string | null): PhotoDigest;
} {
  const hash = createHash('sha256');
  const scan = createFrameScan();
  let start: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  let bytes = 0;

  function addTail(chunk: Buffer): void {
    const length = isAt(start, PDF_START) ? PDF_TAIL_BYTES : JPEG_END.length;
    // Copies: chunks are only lent.
    if (chunk.length >= length) tail = Buffer.from(chunk.subarray(-length));
    else tail = Buffer.concat([tail, chunk]).subarray(-length);
  }

  return {
    add: (chunk) => {
      if (chunk.length === 0) return;
      if (start.length < PDF_START.length)
        start = Buffer.concat([start, chunk.subarray(0, PDF_START.length - start.length)]);
      scan.add(chunk);
      addTail(chunk);
      bytes += chunk.length;
      hash.update(chunk);
    },
    finish: (announced = null) => {
      const type = typeOf(start, tail, bytes);
      if (announced !== null && announced !== type) {
        throw new ApiError('PHOTO_TYPE_MISMATCH', `It is ${type}, announced as ${announced}.`);
      }
      if (type === 'image/jpeg') checkFrame(scan.frame());
      return { sha256: hash.digest('hex'), bytes, type };
    },
  };
}

/** @throws ApiError NOT_A_JPEG */
function typeOf(start: Buffer, tail: Buffer, bytes: number): PhotoType {
  const isWholeJpeg = bytes >= JPEG_START.length + JPEG_END.length && tail.subarray(-2).equals(JPEG_END);
  if (isAt(start, JPEG_START) && isWholeJpeg) return 'image/jpeg';
  if (isAt(start, PDF_START) && tail.includes(PDF_END, 0, 'latin1')) return 'application/pdf';
  throw new ApiError('NOT_A_JPEG');
}

/** @throws ApiError PHOTO_UNREADABLE, PHOTO_DIMENSIONS */
function checkFrame(frame: Frame | null): void {
  if (frame === null) throw new ApiError('PHOTO_UNREADABLE');
  const { photoSideMin, photoSideMax } = LIMITS;
  const sides = [frame.width, frame.height];
  if (sides.every((side) => side >= photoSideMin && side <= photoSideMax)) return;
  throw new ApiError(
    'PHOTO_DIMENSIONS',
    `It has ${frame.width} x ${frame.height} pixels, wanted are ${photoSideMin} to ${photoSideMax} a side.`,
  );
}

function isAt(start: Buffer, wanted: Buffer): boolean {
  return start.subarray(0, wanted.length).equals(wanted);
}
