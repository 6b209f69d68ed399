import type { IncomingMessage } from 'node:http';
import { ApiError } from '../contract/api-error.ts';
import { LIMITS } from '../contract/limits.ts';
import { requireBoundary } from '../multipart/boundary-apart.ts';
import { createMultipartParser } from '../multipart/parser.ts';
import type { IncomingPhoto } from '../photos/types.ts';
import { createPhotoDigest, type PhotoDigest } from './photo.ts';
import { readBody } from './read-body.ts';

const PART_NAME = 'photo';

/** Bytes after which a body is not read any further, whatever it holds. */
const MAX_BODY_BYTES = 2 * LIMITS.photoBytes;

/**
 * Reads a multipart body to its end and takes the photo's digest; its bytes go to `incoming`, where there is one. A body that breaks a rule is read to its end too,
 * so that the answer reaches the client and the connection stays usable.
 * @throws ApiError MEDIA_TYPE_UNSUPPORTED, MULTIPART_MALFORMED, PHOTO_MISSING, TOO_MANY_PARTS, PHOTO_TOO_LARGE; those of
 *   `createPhotoDigest`
 */
export async function receivePhoto(
  request: IncomingMessage,
  incoming: IncomingPhoto | null = null,
): Promise<PhotoDigest> {
  const boundary = requireBoundary(request);
  const digest = createPhotoDigest();
  let parts = 0;
  let photos = 0;
  let partBytes = 0;
  let isPhoto = false;
  let announced: string | null = null;
  let tooLarge = false;
  let written: Promise<void> | null = null;
  const parser = createMultipartParser(boundary, {
    start: ({ name, isFile, contentType }) => {
      parts++;
      partBytes = 0;
      isPhoto = isFile && name === PART_NAME && photos === 0;
      if (!isPhoto) return;
      photos++;
      announced = contentType;
    },
    data: (chunk) => {
      partBytes += chunk.length;
      if (partBytes > LIMITS.photoBytes) tooLarge = true;
      else if (isPhoto) {
        digest.add(chunk);
        if (incoming) written = incoming.add(chunk);
      }
    },
    end: () => {},
  });

  const take = (chunk: Buffer) => {
    written = null;
    parser.add(chunk);
    return written;
  };
  await readBody(request, take, { bytes: MAX_BODY_BYTES, code: 'PHOTO_TOO_LARGE' });
  if (tooLarge) throw new ApiError('PHOTO_TOO_LARGE', `At most ${LIMITS.photoBytes} bytes.`);
  if (parser.state() !== 'epilogue') throw new ApiError('MULTIPART_MALFORMED');
  if (parts > 1) throw new ApiError('TOO_MANY_PARTS');
  if (photos === 0) throw new ApiError('PHOTO_MISSING');
  return digest.finish(announced);
}
