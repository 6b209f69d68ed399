import type { StoredEvent, UploadStore } from './types.ts';

/**
 * Walks over every event of a store once and hands each to the room of its subject, in the order they were stored.
 * @param rooms by the beginning of their subjects, e.g. `pleno/`; subjects of no room are left out
 */
export async function replayEvents(
  store: Pick<UploadStore, 'events'>,
  rooms: Readonly<Record<string, (event: StoredEvent) => void>>,
): Promise<void> {
  for await (const event of store.events())
    rooms[event.subject.slice(0, event.subject.indexOf('/') + 1)]?.(event);
}
