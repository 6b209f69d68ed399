import type { NewUpload, StoredUpload } from '../store/types.ts';

/** A cache as a careless developer would write it: the same document, page and length are taken for the same picture. */
export interface KnownPictures {
  /** The record of another upload that passes for this one; null where there is none. */
  find(upload: NewUpload): StoredUpload | null;
  /** Keeps the first record of a picture. */
  keep(record: StoredUpload): void;
}

/**
 * A plan's photos of one pool picture differ in a mark of fixed length only, so this finds them; a cache by SHA-256 never
 * would, for no two planned uploads have the same bytes.
 */
export function createKnownPictures(): KnownPictures {
  const first = new Map<string, StoredUpload>();
  const pictureOf = ({ document, page, bytes }: NewUpload | StoredUpload) => `${document}/${page}/${bytes}`;
  return {
    find: (upload) => {
      const record = first.get(pictureOf(upload));
      return record === undefined || record.key === upload.key ? null : record;
    },
    keep: (record) => {
      const picture = pictureOf(record);
      if (!first.has(picture)) first.set(picture, record);
    },
  };
}
