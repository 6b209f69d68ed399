import { randomBytes } from 'node:crypto';
import { ApiError } from '../contract/api-error.ts';
import type { NewEvent, StoredEvent, UploadStore } from './types.ts';

/**
 * Makes something that an account did to a subject durable. The caller applies it to what it holds in memory afterwards.
 * @throws ApiError CHANGED_MEANWHILE where that revision of the subject is taken, STORE_FULL, STORE_FAILED
 */
export async function recordEvent(
  store: Pick<UploadStore, 'append'>,
  event: Omit<NewEvent, 'id'>,
): Promise<StoredEvent> {
  const result = await store.append({ ...event, id: randomBytes(16).toString('hex') });
  if (result.outcome === 'stored') return result.event;
  if (result.outcome === 'conflict') throw new ApiError('CHANGED_MEANWHILE');
  throw new ApiError(result.outcome === 'full' ? 'STORE_FULL' : 'STORE_FAILED');
}
