import type { DocumentPageUploads, StoredEvent, StoredUpload } from './types.ts';

/** An upload as a database's queries give it: numbers as numbers, the hash in hex, the time in epoch milliseconds. */
export type UploadRow = Omit<StoredUpload, 'storedAt'> & { stored_at: number };

export function toUpload({ key, tps, document, page, sha256, bytes, stored_at }: UploadRow): StoredUpload {
  return { key, tps, document, page, sha256, bytes, storedAt: new Date(stored_at).toISOString() };
}

export type PageRow = Omit<DocumentPageUploads, 'storedAt'> & { stored_at: number };

export function toPage({ document, page, uploads, sha256, stored_at }: PageRow): DocumentPageUploads {
  return { document, page, uploads, sha256, storedAt: new Date(stored_at).toISOString() };
}

/** An event as a database's queries give it: the body as JSON text, the time in epoch milliseconds. */
export type EventRow = Omit<StoredEvent, 'body' | 'storedAt'> & { body: string; stored_at: number };

export function toEvent({ id, subject, revision, kind, account, body, stored_at }: EventRow): StoredEvent {
  const storedAt = new Date(stored_at).toISOString();
  return { id, subject, revision, kind, account, body: JSON.parse(body), storedAt };
}

/** The uploads of one answer. @param rows one more than `limit` where there are more to come */
export function toAnswer(
  rows: readonly (UploadRow & { seq: number })[],
  limit: number,
): { uploads: StoredUpload[]; next: number | null } {
  const shown = rows.slice(0, limit);
  return { uploads: shown.map(toUpload), next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null };
}
