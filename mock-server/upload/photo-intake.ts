import { ApiError } from '../contract/api-error.ts';
import type { StoredUpload } from '../contract/upload.ts';
import type { Progress } from '../directory/progress.ts';
import type { Metrics } from '../metrics/create.ts';
import type { IncomingPhoto, NotKept, PhotoStore } from '../photos/types.ts';
import type { AddResult, NewUpload, UploadStore } from '../store/types.ts';

/** The way of every photo into the store, whichever request brought it. */
export interface PhotoIntake {
  /** Where the bytes of one photo go while it arrives; null where photos are hashed and dropped. */
  begin(): IncomingPhoto | null;
  /**
   * Resolves once the photo and its record are on disk; `isNew` is false for a key that is stored already.
   * @param incoming has taken all bytes of the photo, which has passed every check
   * @throws ApiError KEY_REUSED, STORE_FULL, STORE_FAILED
   */
  acknowledge(
    upload: NewUpload,
    incoming: IncomingPhoto | null,
  ): Promise<{ record: StoredUpload; isNew: boolean }>;
}

interface IntakeOptions {
  progress: Progress;
  store: UploadStore;
  metrics: Metrics;
  /** Null: photos are hashed and dropped. */
  photos: PhotoStore | null;
}

export function createPhotoIntake({ progress, store, metrics, photos }: IntakeOptions): PhotoIntake {
  function count({ outcome, record }: AddResult): void {
    if (outcome === 'stored') {
      metrics.uploadsStored.inc({ document: record.document });
      metrics.uploadBytes.inc(record.bytes);
    } else if (outcome === 'repeated') metrics.uploadsRepeated.inc();
    else metrics.uploadsRejected.inc({ reason: outcome });
  }

  return {
    begin: () => photos?.begin() ?? null,
    acknowledge: async (upload, incoming) => {
      const kept = incoming === null ? 'kept' : await incoming.keep(upload.sha256);
      if (kept !== 'kept') {
        metrics.uploadsRejected.inc({ reason: kept });
        throw notStored(kept);
      }
      const result = await store.add(upload);
      count(result);
      const { outcome, record } = result;
      if (outcome !== 'stored' && outcome !== 'repeated') photos?.keptInVain();
      if (outcome === 'conflict') throw new ApiError('KEY_REUSED');
      if (record === null) throw notStored(outcome);
      const { tps, document, page, sha256 } = upload;
      if (outcome === 'stored') progress.markStored(tps, { type: document, page }, { sha256, uploads: 1 });
      return { record, isNew: outcome === 'stored' };
    },
  };
}

function notStored(why: NotKept): ApiError {
  return new ApiError(why === 'full' ? 'STORE_FULL' : 'STORE_FAILED');
}
