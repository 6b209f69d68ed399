import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { ApiError } from '../contract/api-error.ts';
import { LIMITS } from '../contract/limits.ts';
import { boundaryOf, createMultipartParser } from '../multipart/parser.ts';
import type { IncomingPhoto } from '../photos/types.ts';
import { createPhotoDigest, type PhotoDigest } from './photo.ts';
import { releaseChunk } from './release-chunk.ts';

const PART_NAME = 'photo';

/** Bytes after which a body is not read any further, whatever it holds. */
const MAX_BODY_BYTES = 2 * LIMITS.photoBytes;

/**
 * Reads a multipart body to its end and takes the photo's digest; its bytes go to `incoming`, where there is one. A body that breaks a rule is read to its end too,
 * so that the answer reaches the client and the connection stays usable.
 * @throws ApiError MEDIA_TYPE_UNSUPPORTED, MULTIPART_MALFORMED, PHOTO_MISSING, TOO_MANY_PARTS, PHOTO_TOO_LARGE, NOT_A_JPEG
 */
export async function receivePhoto(
  request: IncomingMessage,
  incoming: IncomingPhoto | null = null,
): Promise<PhotoDigest> {
  const boundary = boundaryOf(request.headers['content-type']);
  if (boundary === null)
    throw new ApiError('MEDIA_TYPE_UNSUPPORTED', 'Wanted: multipart/form-data with a boundary.');
  const digest = createPhotoDigest();
  let parts = 0;
  let photos = 0;
  let partBytes = 0;
  let isPhoto = false;
  let tooLarge = false;
  let written: Promise<void> | null = null;
  const parser = createMultipartParser(boundary, {
    start: ({ name, isFile }) => {
      parts++;
      partBytes = 0;
      isPhoto = isFile && name === PART_NAME && photos === 0;
      if (isPhoto) photos++;
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

  await readBody(request, (chunk) => {
    written = null;
    parser.add(chunk);
    return written;
  });
  if (tooLarge) throw new ApiError('PHOTO_TOO_LARGE', `At most ${LIMITS.photoBytes} bytes.`);
  if (parser.state() !== 'epilogue') throw new ApiError('MULTIPART_MALFORMED');
  if (parts > 1) throw new ApiError('TOO_MANY_PARTS');
  if (photos === 0) throw new ApiError('PHOTO_MISSING');
  const photo = digest.finish();
  if (!photo.jpeg) throw new ApiError('NOT_A_JPEG');
  return photo;
}

/**
 * @param take returns null when it is done with the chunk, or when it will be
 * @throws ApiError MULTIPART_MALFORMED when the client breaks off, PHOTO_TOO_LARGE when it does not stop
 */
function readBody(request: IncomingMessage, take: (chunk: Buffer) => Promise<void> | null): Promise<void> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    // Chunks of a socket are made for this request alone; those of `inject()` belong to the test.
    const ownsChunks = request.socket instanceof Socket;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      // What arrives after that is still taken off the connection, and dropped.
      if (bytes > MAX_BODY_BYTES) return reject(new ApiError('PHOTO_TOO_LARGE'));
      const busy = take(chunk);
      if (busy === null) {
        if (ownsChunks) releaseChunk(chunk);
        return;
      }
      request.pause();
      void busy.then(() => {
        if (ownsChunks) releaseChunk(chunk);
        request.resume();
      });
    });
    const brokenOff = () => {
      if (!request.readableEnded) reject(new ApiError('MULTIPART_MALFORMED'));
    };
    request.on('end', resolve);
    request.on('error', brokenOff);
    request.on('close', brokenOff);
  });
}
