import type { App } from '../app-types.ts';
import { accountOf } from '../auth/authenticate.ts';
import { ApiError } from '../contract/api-error.ts';
import { errorResponses, TOKEN_ERRORS } from '../contract/error-body.ts';
import { LIMITS } from '../contract/limits.ts';
import { BatchAnswer, SyncAnswer, SyncManifest } from '../contract/sync.ts';
import type { StoredUpload } from '../contract/upload.ts';
import type { Account, Directory } from '../directory/types.ts';
import type { DocumentStatuses } from '../forms/document-status.ts';
import type { UploadStore } from '../store/types.ts';
import { placeOfKey } from '../upload/key-place.ts';
import type { PhotoIntake } from '../upload/photo-intake.ts';
import { type PartResult, receiveBatch } from '../upload/receive-batch.ts';

interface SyncOptions {
  directory: Directory;
  statuses: DocumentStatuses;
  store: UploadStore;
  intake: PhotoIntake;
}

type Item = SyncManifest['items'][number];

/** For phones that were offline or lost their link: what is missing, and many photos in one request. */
export function syncRoutes(app: App, { directory, statuses, store, intake }: SyncOptions): void {
  /** What is wrong with an item before its photo is looked at; null where nothing is. */
  function refusal(account: Account, { key, bytes }: Item): ApiError | null {
    try {
      placeOfKey(directory, account, key);
    } catch (error) {
      if (error instanceof ApiError) return error;
      throw error;
    }
    return bytes > LIMITS.photoBytes ? new ApiError('PHOTO_TOO_LARGE') : null;
  }

  function stateOf(
    account: Account,
    item: Item,
    stored: StoredUpload | undefined,
  ): SyncAnswer['items'][number] {
    const { key } = item;
    const refused = refusal(account, item);
    if (refused) return { key, state: 'refused', code: refused.code, storedAt: null };
    if (!stored) {
      const { tps, document } = placeOfKey(directory, account, key);
      const place = directory.tps(tps);
      if (place) statuses.announce(place, document);
      return { key, state: 'wanted', code: null, storedAt: null };
    }
    const { storedAt } = stored;
    if (stored.sha256 === item.sha256) return { key, state: 'stored', code: null, storedAt };
    return { key, state: 'conflict', code: 'KEY_REUSED', storedAt };
  }

  const manifest = {
    summary: 'What of a phone’s photos is stored, and what is still wanted',
    description:
      'For a phone that was offline or whose link broke: it says what it holds and resumes exactly where it stood. ' +
      'A document with a wanted photo has at least status 1 from then on.',
    security: [{ bearer: [] }],
    body: SyncManifest,
    response: {
      200: SyncAnswer,
      ...errorResponses(
        'JSON_MALFORMED',
        'BODY_TOO_LARGE',
        'MEDIA_TYPE_UNSUPPORTED',
        'STORE_FAILED',
        ...TOKEN_ERRORS,
      ),
    },
  };
  app.post('/sync', { schema: manifest, config: { right: 'document.upload' } }, async (request) => {
    const account = accountOf(request);
    const { items } = request.body;
    const stored = await store.uploadsByKey([...new Set(items.map(({ key }) => key))]);
    const byKey = new Map(stored.map((upload) => [upload.key, upload]));
    return { items: items.map((item) => stateOf(account, item, byKey.get(item.key))) };
  });

  const batch = {
    summary: 'Upload many photos in one request',
    description:
      'multipart/form-data; each part a file named by its Idempotency-Key, with Content-Type and X-Content-SHA256 of its own if the phone sends them. ' +
      'Each is checked and stored as by the single upload, and answered for itself. What has arrived when the connection breaks stays; POST /api/v1/sync tells what that is.',
    security: [{ bearer: [] }],
    response: {
      200: BatchAnswer,
      ...errorResponses('MULTIPART_MALFORMED', 'BATCH_TOO_LARGE', 'MEDIA_TYPE_UNSUPPORTED', ...TOKEN_ERRORS),
    },
  };
  app.post(
    '/sync/batch',
    { schema: batch, config: { batch: true, right: 'document.upload' } },
    async (request) => {
      const account = accountOf(request);
      const parts = await receiveBatch(request.raw, {
        intake,
        account: account.username,
        placeOf: (key) => placeOfKey(directory, account, key),
      });
      return { parts: parts.map(partAnswer) };
    },
  );
}

function partAnswer(result: PartResult): BatchAnswer['parts'][number] {
  const { key, error } = result;
  if (error) {
    const { statusCode, code, message } = error;
    return { key, status: statusCode, code, message, upload: null };
  }
  return { key, status: result.isNew ? 201 : 200, code: null, message: null, upload: result.record };
}
