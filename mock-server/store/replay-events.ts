import type { StoredEvent, UploadStore } from './types.ts';

/**
 * Hands every event to the part of the server that knows its subject, in the order they were stored: what people decided is
 * in memory again after a start. One walk for all.
 * @param parts by the beginning of their subjects
 */
export async function replayEvents(
  store: Pick<UploadStore, 'events'>,
  parts: Readonly<Record<string, (event: StoredEvent) => void>>,
): Promise<void> {
  const entries = Object.entries(parts);
  for await (const event of store.events()) {
    for (const [prefix, apply] of entries) if (event.subject.startsWith(prefix)) apply(event);
  }
}
