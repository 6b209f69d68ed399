import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';

/** SHA-256 (hex) of a file of any size; null where there is none. */
export async function digestFile(path: string): Promise<string | null> {
  if (!existsSync(path)) return null;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
