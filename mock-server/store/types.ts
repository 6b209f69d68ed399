import type { StoredUpload } from '../contract/upload.ts';

export type { StoredUpload };

/** An upload that has arrived whole; `storedAt` is set by the store. */
export type NewUpload = Omit<StoredUpload, 'storedAt'> & {
  /** The run the key belongs to. */
  run: string;
};

/**
 * What became of one upload. `stored`: durable now. `repeated`: this key was durable already, with the same bytes.
 * `conflict`: this key is taken by other bytes. `full`: nothing was stored. `failed`: not known to be stored; sent again,
 * it is stored once. `record` is what is stored under the key, null where nothing is.
 */
export type AddResult =
  | { outcome: 'stored' | 'repeated' | 'conflict'; record: StoredUpload }
  | { outcome: 'full' | 'failed'; record: null };

export interface DocumentPageUploads {
  document: string;
  page: number;
  /** Distinct keys. */
  uploads: number;
  /** Of the latest upload. */
  sha256: string;
  storedAt: string;
}

/** Uploads, durable before they are acknowledged. */
export interface UploadStore {
  /** Random, made with the store and kept in it: 32 hex digits. */
  readonly id: string;
  /** Resolves once the upload is on disk, or with why it is not; rejects only when the store is closed. */
  add(upload: NewUpload): Promise<AddResult>;
  /** What is stored of one TPS, page by page. */
  pagesOf(kode: string): Promise<DocumentPageUploads[]>;
  /** Uploads of one run for the TPS whose code starts with `scope`, in the order they were stored; `next` is null after the last. */
  uploadsOf(
    run: string,
    scope: string,
    after: number,
    limit: number,
  ): Promise<{ uploads: StoredUpload[]; next: number | null }>;
  /** Every page that is stored at least once. */
  storedPages(): AsyncIterable<{ tps: string; document: string; page: number }>;
  /** SHA-256 (hex) of every stored upload, in any order; one may come more than once. */
  storedDigests(): AsyncIterable<string>;
  /** A secret that stays the same for this store, so that tokens outlive a restart. */
  readonly secret: string;
  /** Waits for what is under way, then lets go of the file or database; twice is as good as once. */
  close(): Promise<void>;
}

/** Called after every commit. */
export type CommitObserver = (commit: { seconds: number; uploads: number }) => void;
