import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PLENO_SUBJECT, type PlenoEvents } from '../pleno/events.ts';
import type { StoredEvent } from '../store/types.ts';
import { hashOfFile, type Places } from './places.ts';

/**
 * Removes photos that no upload names: they arrived, and their upload was not stored. About 100 bytes of memory a photo.
 * @param digests of every stored upload
 * @returns how many were removed
 */
export async function removeOrphans(places: Places, digests: AsyncIterable<string>): Promise<number> {
  const orphans = new Set<string>();
  for (const shard of places.shards) {
    for (const name of await readdir(shard)) {
      const hash = hashOfFile(name);
      if (hash !== null) orphans.add(hash);
    }
  }
  if (orphans.size === 0) return 0;
  for await (const digest of digests) orphans.delete(digest);
  for (const hash of orphans) await rm(places.photo(hash), { force: true });
  return orphans.size;
}

/** Removes PDFs that no pleno names: they arrived, and nothing came of it. @returns how many were removed */
export async function removeOrphanDocuments(
  places: Places,
  events: AsyncIterable<StoredEvent>,
): Promise<number> {
  const orphans = new Set((await readdir(places.documents)).map((name) => join(places.documents, name)));
  if (orphans.size === 0) return 0;
  for await (const { subject, kind, body } of events) {
    if (!subject.startsWith(PLENO_SUBJECT) || kind !== 'document') continue;
    orphans.delete(places.document((body as PlenoEvents['document']).sha256));
  }
  for (const path of orphans) await rm(path, { force: true });
  return orphans.size;
}
