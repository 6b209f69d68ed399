import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../contract/api-error.ts';
import { createPhotoDigest, type PhotoDigest } from './photo.ts';

const PART_NAME = 'photo';

/**
 * Reads the multipart body to its end, whatever it holds, so that the connection stays usable for the answer.
 * @throws ApiError MEDIA_TYPE_UNSUPPORTED, MULTIPART_MALFORMED, PHOTO_MISSING, TOO_MANY_PARTS, PHOTO_TOO_LARGE, NOT_A_JPEG
 */
export async function receivePhoto(request: FastifyRequest): Promise<PhotoDigest> {
  if (!request.isMultipart()) throw new ApiError('MEDIA_TYPE_UNSUPPORTED');
  let parts = 0;
  let photo: PhotoDigest | null = null;
  let truncated = false;
  try {
    for await (const part of request.parts()) {
      parts++;
      if (part.type !== 'file') continue;
      const digest = await readFile(part);
      truncated ||= part.file.truncated;
      if (part.fieldname === PART_NAME) photo = digest;
    }
  } catch (error) {
    throw asMultipartError(error);
  }
  if (truncated) throw new ApiError('PHOTO_TOO_LARGE');
  if (parts > 1) throw new ApiError('TOO_MANY_PARTS');
  if (!photo) throw new ApiError('PHOTO_MISSING');
  if (!photo.jpeg) throw new ApiError('NOT_A_JPEG');
  return photo;
}

function readFile({ file }: MultipartFile): Promise<PhotoDigest> {
  const digest = createPhotoDigest();
  return new Promise((resolve, reject) => {
    file.on('data', digest.add);
    file.on('end', () => resolve(digest.finish()));
    file.on('error', reject);
    file.on('close', () => reject(new ApiError('MULTIPART_MALFORMED')));
  });
}

function asMultipartError(error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  const limit = typeof code === 'string' && code.endsWith('_LIMIT');
  return error instanceof ApiError || limit ? error : new ApiError('MULTIPART_MALFORMED');
}
