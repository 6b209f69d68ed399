import type { App } from '../app-types.ts';
import { accountOf } from '../auth/authenticate.ts';
import { ApiError } from '../contract/api-error.ts';
import { errorResponses, TOKEN_ERRORS } from '../contract/error-body.ts';
import { StoredUpload, UploadParams } from '../contract/upload.ts';
import type { Progress } from '../directory/progress.ts';
import { pageIndex, reachTps } from '../directory/reach.ts';
import type { Directory } from '../directory/types.ts';
import type { Metrics } from '../metrics/create.ts';
import type { AddResult, UploadStore } from '../store/types.ts';
import { announcedSha256, requireKey } from '../upload/headers.ts';
import { receivePhoto } from '../upload/receive-photo.ts';

interface UploadOptions {
  directory: Directory;
  progress: Progress;
  store: UploadStore;
  metrics: Metrics;
}

/** Everything that can be refused without the photo is refused before the body is read. */
export function uploadRoute(app: App, { directory, progress, store, metrics }: UploadOptions): void {
  const schema = {
    summary: 'Upload one page of a document',
    description:
      'Acknowledged (201, or 200 for a key that is stored already) only after the record is on disk. ' +
      'The simulator hashes the photo while it streams and keeps its record and SHA-256, not its bytes.',
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
        'MEDIA_TYPE_UNSUPPORTED',
        'STORE_FULL',
        'STORE_FAILED',
      ),
    },
  };
  app.post(
    '/tps/:kode/documents/:type/pages/:page',
    { schema, config: { upload: true } },
    async (request, reply) => {
      const { kode, type } = request.params;
      const page = Number(request.params.page);
      const tps = reachTps(directory, accountOf(request), kode);
      pageIndex(tps, { type, page });
      const key = requireKey(request.headers, { kode, type, page });
      const announced = announcedSha256(request.headers);

      const { sha256, bytes } = await receivePhoto(request.raw);
      if (announced !== null && announced !== sha256) throw new ApiError('DIGEST_MISMATCH');

      const { run, text } = key;
      const result = await store.add({ run, key: text, tps: kode, document: type, page, sha256, bytes });
      count(metrics, result);
      if (result.outcome === 'stored') progress.markStored(kode, { type, page });
      return reply.code(result.outcome === 'stored' ? 201 : 200).send(acknowledged(result));
    },
  );
}

function count(metrics: Metrics, { outcome, record }: AddResult): void {
  if (outcome === 'stored') {
    metrics.uploadsStored.inc({ document: record.document });
    metrics.uploadBytes.inc(record.bytes);
  } else if (outcome === 'repeated') metrics.uploadsRepeated.inc();
  else metrics.uploadsRejected.inc({ reason: outcome });
}

/** @throws ApiError KEY_REUSED, STORE_FULL, STORE_FAILED */
function acknowledged({ outcome, record }: AddResult): StoredUpload {
  if (outcome === 'conflict') throw new ApiError('KEY_REUSED');
  if (record === null) throw new ApiError(outcome === 'full' ? 'STORE_FULL' : 'STORE_FAILED');
  return record;
}
