import type { DocumentPageUploads, NewUpload, StoredUpload, UploadStore } from '../store/types.ts';

/** Lies that are told when the store is read: its file cannot hold a key twice, or change what it holds. */
export interface ReadBackLies extends Pick<UploadStore, 'uploadsOf' | 'pagesOf'> {
  /** From now on there are two records under its key. */
  double(upload: NewUpload): void;
  /** From now on each has the other's bytes. */
  swap(one: NewUpload, other: NewUpload): void;
}

type Page = Pick<NewUpload, 'tps' | 'document' | 'page'>;

export function createReadBackLies(store: UploadStore): ReadBackLies {
  const doubled = new Set<string>();
  const doublesOfPage = new Map<string, number>();
  const swapped = new Map<string, Pick<StoredUpload, 'sha256' | 'bytes'>>();
  const swappedOfPage = new Map<string, string>();
  const placeOf = ({ tps, document, page }: Page) => `${tps}/${document}/${page}`;

  function give(upload: NewUpload, { sha256, bytes }: NewUpload): void {
    swapped.set(upload.key, { sha256, bytes });
    swappedOfPage.set(`${placeOf(upload)}/${upload.sha256}`, sha256);
  }

  function pageAsTold(tps: string, stored: DocumentPageUploads): DocumentPageUploads {
    const place = placeOf({ tps, ...stored });
    return {
      ...stored,
      uploads: stored.uploads + (doublesOfPage.get(place) ?? 0),
      sha256: swappedOfPage.get(`${place}/${stored.sha256}`) ?? stored.sha256,
    };
  }

  return {
    double: (upload) => {
      doubled.add(upload.key);
      doublesOfPage.set(placeOf(upload), (doublesOfPage.get(placeOf(upload)) ?? 0) + 1);
    },
    swap: (one, other) => {
      give(one, other);
      give(other, one);
    },
    uploadsOf: async (run, scope, after, limit) => {
      const { uploads, next } = await store.uploadsOf(run, scope, after, limit);
      const told = uploads.flatMap((record) => {
        const asTold = { ...record, ...swapped.get(record.key) };
        return doubled.has(record.key) ? [asTold, asTold] : [asTold];
      });
      return { uploads: told, next };
    },
    pagesOf: async (kode) => (await store.pagesOf(kode)).map((stored) => pageAsTold(kode, stored)),
  };
}
