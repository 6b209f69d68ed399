import type { App } from '../app-types.ts';
import { accountOf } from '../auth/authenticate.ts';
import { ApiError } from '../contract/api-error.ts';
import { errorResponses, TOKEN_ERRORS } from '../contract/error-body.ts';
import { StoredUpload, UploadParams } from '../contract/upload.ts';
import { pageIndex, reachTps } from '../directory/reach.ts';
import type { Directory } from '../directory/types.ts';
import { announcedSha256, requireKey } from '../upload/headers.ts';
import type { PhotoDigest } from '../upload/photo.ts';
import type { PhotoIntake } from '../upload/photo-intake.ts';
import { receivePhoto } from '../upload/receive-photo.ts';

interface UploadOptions {
  directory: Directory;
  intake: PhotoIntake;
}

/** Everything that can be refused without the photo is refused before the body is read. */
export function uploadRoute(app: App, { directory, intake }: UploadOptions): void {
  const schema = {
    summary: 'Upload one page of a document',
    description:
      'Acknowledged (201, or 200 for a key that is stored already) only after the record is on disk. ' +
      'The simulator hashes the photo while it streams and keeps its record and SHA-256, not its bytes, unless it was ' +
      'told to keep photos: then they are on disk before the record is.',
    security: [{ bearer: [] }],
    params: UploadParams,
    response: {
      201: { ...StoredUpload, description: 'Stored now.' },
      200: { ...StoredUpload, description: 'Stored before, under the same key and with the same bytes.' },
      ...errorResponses(
        ...TOKEN_ERRORS,
        'TPS_UNKNOWN',
        'TPS_NOT_YOURS',
        'DOCUMENT_UNKNOWN',
        'PAGE_UNKNOWN',
        'KEY_MISSING',
        'KEY_MALFORMED',
        'KEY_MISMATCH',
        'KEY_REUSED',
        'DIGEST_MALFORMED',
        'DIGEST_MISMATCH',
        'MULTIPART_MALFORMED',
        'PHOTO_MISSING',
        'TOO_MANY_PARTS',
        'PHOTO_TOO_LARGE',
        'NOT_A_JPEG',
        'PHOTO_TYPE_MISMATCH',
        'PHOTO_UNREADABLE',
        'PHOTO_DIMENSIONS',
        'MEDIA_TYPE_UNSUPPORTED',
        'STORE_FULL',
        'STORE_FAILED',
      ),
    },
  };
  app.post(
    '/tps/:kode/documents/:type/pages/:page',
    { schema, config: { upload: true, right: 'document.upload' } },
    async (request, reply) => {
      const { kode, type } = request.params;
      const page = Number(request.params.page);
      const account = accountOf(request);
      const tps = reachTps(directory, account, kode);
      pageIndex(tps, { type, page });
      const key = requireKey(request.headers, { kode, type, page });
      const announced = announcedSha256(request.headers);

      const incoming = intake.begin();
      let digest: PhotoDigest;
      try {
        digest = await receivePhoto(request.raw, incoming);
        if (announced !== null && announced !== digest.sha256) throw new ApiError('DIGEST_MISMATCH');
      } catch (error) {
        await incoming?.drop();
        throw error;
      }
      const { sha256, bytes } = digest;
      const { username } = account;
      const { run, text } = key;
      const upload = { run, key: text, tps: kode, document: type, page, sha256, bytes, account: username };
      const { record, isNew } = await intake.acknowledge(upload, incoming);
      return reply.code(isNew ? 201 : 200).send(record);
    },
  );
}
