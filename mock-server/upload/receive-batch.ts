import type { IncomingMessage } from 'node:http';
import { ApiError } from '../contract/api-error.ts';
import type { IdempotencyKey } from '../contract/idempotency-key.ts';
import { LIMITS } from '../contract/limits.ts';
import type { StoredUpload } from '../contract/upload.ts';
import { requireBoundary } from '../multipart/boundary-apart.ts';
import { createMultipartParser, type PartHead } from '../multipart/parser.ts';
import type { IncomingPhoto } from '../photos/types.ts';
import { sha256Announced } from './headers.ts';
import { createPhotoDigest } from './photo.ts';
import type { PhotoIntake } from './photo-intake.ts';
import { readBody } from './read-body.ts';

/** What became of one part, in the order of the parts. */
export type PartResult = { key: string | null } & (
  | { error: null; record: StoredUpload; isNew: boolean }
  | { error: ApiError }
);

interface BatchOptions {
  intake: PhotoIntake;
  /** Username of who sends. */
  account: string;
  /** Where a part belongs. @throws ApiError for one that cannot be taken, whatever its photo */
  placeOf(key: string | null): IdempotencyKey;
}

/** A part on its way; one that was refused is read to its end all the same. */
interface Part {
  take(chunk: Buffer): Promise<unknown> | null;
  end(): Promise<PartResult>;
  /** The request ends before the part does. */
  drop(): Promise<void>;
}

/**
 * Takes many photos out of one multipart body, each a part named by its key: each is checked and stored on its own as soon as
 * it is whole, so that a bad one harms no other, and what has arrived when the connection breaks stays.
 * @throws ApiError MEDIA_TYPE_UNSUPPORTED, MULTIPART_MALFORMED, BATCH_TOO_LARGE; what came before is stored nevertheless
 */
export async function receiveBatch(request: IncomingMessage, options: BatchOptions): Promise<PartResult[]> {
  const boundary = requireBoundary(request);
  const results: Promise<PartResult>[] = [];
  let parts = 0;
  let part: Part | null = null;
  let writing: Promise<unknown>[] = [];
  const parser = createMultipartParser(boundary, {
    start: (head) => {
      parts++;
      part = parts > LIMITS.batchParts ? null : beginPart(head, options);
    },
    data: (chunk) => {
      const busy = part?.take(chunk);
      if (busy) writing.push(busy);
    },
    end: () => {
      const result = part?.end();
      part = null;
      if (!result) return;
      results.push(result);
      // Awaited when the body has ended; until then a defect is no unhandled rejection.
      result.catch(() => {});
    },
  });
  const take = (chunk: Buffer) => {
    writing = [];
    parser.add(chunk);
    return writing.length === 0 ? null : Promise.all(writing);
  };
  try {
    await readBody(request, take, { bytes: LIMITS.batchBytes, code: 'BATCH_TOO_LARGE' });
    if (parser.state() !== 'epilogue') throw new ApiError('MULTIPART_MALFORMED');
    if (parts > LIMITS.batchParts)
      throw new ApiError('BATCH_TOO_LARGE', `At most ${LIMITS.batchParts} parts.`);
  } finally {
    await (part as Part | null)?.drop();
    await Promise.all(results);
  }
  return Promise.all(results);
}

function beginPart(head: PartHead, { intake, account, placeOf }: BatchOptions): Part {
  const { name: key, isFile, contentType, sha256 } = head;
  let place: IdempotencyKey;
  let announced: string | null;
  try {
    place = placeOf(key);
    if (!isFile) throw new ApiError('PHOTO_MISSING');
    announced = sha256 === null ? null : sha256Announced(sha256);
  } catch (error) {
    return refusedPart(key, error);
  }
  const incoming: IncomingPhoto | null = intake.begin();
  const digest = createPhotoDigest();
  let bytes = 0;

  /** @throws ApiError for a photo that cannot be taken */
  function check(): string {
    if (bytes > LIMITS.photoBytes)
      throw new ApiError('PHOTO_TOO_LARGE', `At most ${LIMITS.photoBytes} bytes.`);
    const photo = digest.finish(contentType);
    if (announced !== null && announced !== photo.sha256) throw new ApiError('DIGEST_MISMATCH');
    return photo.sha256;
  }

  const drop = async () => {
    await incoming?.drop();
  };

  async function store(photoSha256: string): Promise<PartResult> {
    const { run, tps, document, page } = place;
    const upload = { run, key: String(key), tps, document, page, sha256: photoSha256, bytes, account };
    try {
      return { key, error: null, ...(await intake.acknowledge(upload, incoming)) };
    } catch (error) {
      return refused(key, error);
    }
  }

  return {
    take: (chunk) => {
      bytes += chunk.length;
      if (bytes > LIMITS.photoBytes) return null;
      digest.add(chunk);
      return incoming?.add(chunk) ?? null;
    },
    end: async () => {
      let photoSha256: string;
      try {
        photoSha256 = check();
      } catch (error) {
        await drop();
        return refused(key, error);
      }
      return store(photoSha256);
    },
    drop,
  };
}

function refusedPart(key: string | null, error: unknown): Part {
  return { take: () => null, end: async () => refused(key, error), drop: async () => {} };
}

/** @throws whatever is no answer of the contract */
function refused(key: string | null, error: unknown): PartResult {
  if (error instanceof ApiError) return { key, error };
  throw error;
}
