import { existsSync } from 'node:fs';
import { fileDigest } from '../../fixtures/plan/folder.ts';

/** SHA-256 (hex) of a file of any size; null where there is none. */
export async function digestFile(path: string): Promise<string | null> {
  return existsSync(path) ? (await fileDigest(path)).sha256 : null;
}
