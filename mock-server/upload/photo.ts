import { createHash } from 'node:crypto';

const SOI = [0xff, 0xd8] as const;
const EOI = [0xff, 0xd9] as const;

/** What is known of a photo once all of it has passed by. */
export interface PhotoDigest {
  sha256: string;
  bytes: number;
  /** Starts with SOI and ends with EOI. */
  jpeg: boolean;
}

/** Takes a photo chunk by chunk and keeps none of it: its hash, its length, its first and last two bytes. */
export function createPhotoDigest(): { add(chunk: Buffer): void; finish(): PhotoDigest } {
  const hash = createHash('sha256');
  const ends = { first: [-1, -1], last: [-1, -1] };
  let bytes = 0;

  return {
    add: (chunk) => {
      if (chunk.length === 0) return;
      for (let i = 0; bytes + i < SOI.length && i < chunk.length; i++) ends.first[bytes + i] = chunk[i] ?? -1;
      ends.last = [chunk.length > 1 ? (chunk.at(-2) ?? -1) : (ends.last[1] ?? -1), chunk.at(-1) ?? -1];
      bytes += chunk.length;
      hash.update(chunk);
    },
    finish: () => ({
      sha256: hash.digest('hex'),
      bytes,
      jpeg: bytes >= SOI.length + EOI.length && same(ends.first, SOI) && same(ends.last, EOI),
    }),
  };
}

function same(found: readonly number[], wanted: readonly [number, number]): boolean {
  return found[0] === wanted[0] && found[1] === wanted[1];
}
