import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { ApiError } from '../contract/api-error.ts';
import type { ErrorCode } from '../contract/error-codes.ts';
import { releaseChunk } from './release-chunk.ts';

/**
 * Reads a body to its end, a chunk at a time.
 * @param take returns null when it is done with the chunk, or when it will be
 * @param limit bytes after which the body is not read any further, and the code that says so
 * @throws ApiError MULTIPART_MALFORMED when the client breaks off, the limit's code when it does not stop
 */
export function readBody(
  request: IncomingMessage,
  take: (chunk: Buffer) => Promise<unknown> | null,
  limit: { bytes: number; code: ErrorCode },
): Promise<void> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    // Chunks of a socket are made for this request alone; those of `inject()` belong to the test.
    const ownsChunks = request.socket instanceof Socket;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      // What arrives after that is still taken off the connection, and dropped.
      if (bytes > limit.bytes) return reject(new ApiError(limit.code));
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
