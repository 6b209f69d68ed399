import type { App } from '../app-types.ts';
import { accountOf } from '../auth/authenticate.ts';
import { ApiError } from '../contract/api-error.ts';
import { errorResponses, TOKEN_ERRORS } from '../contract/error-body.ts';
import { StoredUpload, UploadParams } from '../contract/upload.ts';
import type { Progress } from '../directory/progress.ts';
import { pageIndex, reachTps } from '../directory/reach.ts';
import type { Directory } from '../directory/types.ts';
import type { Metrics } from '../metrics/create.ts';
import type { IncomingPhoto, NotKept, PhotoStore } from '../photos/types.ts';
import type { AddResult, UploadStore } from '../store/types.ts';
import { announcedSha256, requireKey } from '../upload/headers.ts';
import type { PhotoDigest } from '../upload/photo.ts';
import { receivePhoto } from '../upload/receive-photo.ts';

interface UploadOptions {
  directory: Directory;
  progress: Progress;
  store: UploadStore;
  metrics: Metrics;
  /** Null: photos are hashed and dropped. */
  photos: PhotoStore | null;
}

/** Everything that can be refused without the photo is refused before the body is read. */
export function uploadRoute(app: App, { directory, progress, store, metrics, photos }: UploadOptions): void {
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
      const tps = reachTps(directory, accountOf(request), kode);
      pageIndex(tps, { type, page });
      const key = requireKey(request.headers, { kode, type, page });
      const announced = announcedSha256(request.headers);

      const receive = async (incoming: IncomingPhoto | null): Promise<PhotoDigest> => {
        const digest = await receivePhoto(request.raw, incoming);
        if (announced !== null && announced !== digest.sha256) throw new ApiError('DIGEST_MISMATCH');
        return digest;
      };
      const { sha256, bytes } = photos ? await receiveAndKeep(photos, receive, metrics) : await receive(null);

      const { run, text } = key;
      const result = await store.add({ run, key: text, tps: kode, document: type, page, sha256, bytes });
      count(metrics, result);
      if (result.outcome !== 'stored' && result.outcome !== 'repeated') photos?.keptInVain();
      if (result.outcome === 'stored') progress.markStored(kode, { type, page });
      return reply.code(result.outcome === 'stored' ? 201 : 200).send(acknowledged(result));
    },
  );
}

/** Receives a photo and keeps its bytes, before anything is said of it. @throws ApiError STORE_FULL, STORE_FAILED */
async function receiveAndKeep(
  photos: PhotoStore,
  receive: (incoming: IncomingPhoto) => Promise<PhotoDigest>,
  metrics: Metrics,
): Promise<PhotoDigest> {
  const incoming = photos.begin();
  let digest: PhotoDigest;
  try {
    digest = await receive(incoming);
  } catch (error) {
    await incoming.drop();
    throw error;
  }
  const outcome = await incoming.keep(digest.sha256);
  if (outcome === 'kept') return digest;
  metrics.uploadsRejected.inc({ reason: outcome });
  throw notStored(outcome);
}

function notStored(why: NotKept): ApiError {
  return new ApiError(why === 'full' ? 'STORE_FULL' : 'STORE_FAILED');
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
  if (record === null) throw notStored(outcome);
  return record;
}
