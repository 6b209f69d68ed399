import { join } from 'node:path';

/** Where things are in a folder of photos. */
export function placesIn(folder: string) {
  return {
    /** Photos that are still arriving; whatever is here at a start is left of a crash. */
    incoming: join(folder, 'incoming'),
    lock: join(folder, 'lock'),
    /** Holds the id of the store whose uploads name these photos. */
    store: join(folder, 'store'),
    /** There while a server is at work: with one at a start, photos may lie here that no upload names. */
    unsettled: join(folder, 'unsettled'),
    /** The first two digits of the hash are a folder, so that none holds more than a 256th of the photos. */
    shards: Array.from({ length: 256 }, (_, i) => join(folder, i.toString(16).padStart(2, '0'))),
    shardOf: (sha256: string) => join(folder, sha256.slice(0, 2)),
    photo: (sha256: string) => join(folder, sha256.slice(0, 2), `${sha256}.jpg`),
    /** D.Hasil of every pleno, under its hash: a few thousand in the whole nation. */
    documents: join(folder, 'd-hasil'),
    document: (sha256: string) => join(folder, 'd-hasil', `${sha256}.pdf`),
  };
}

export type Places = ReturnType<typeof placesIn>;

/** The hash in a photo's file name; null where it is no photo's. */
export function hashOfFile(name: string): string | null {
  return /^([0-9a-f]{64})\.jpg$/.exec(name)?.[1] ?? null;
}
