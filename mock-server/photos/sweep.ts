import { readdir, rm } from 'node:fs/promises';
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
