import type { StoredUpload } from '../contract/upload.ts';

export type { StoredUpload };

/** An upload that has arrived whole; `storedAt` is set by the store. */
export type NewUpload = Omit<StoredUpload, 'storedAt'> & {
  /** The run the key belongs to. */
  run: string;
  /** Username of who sent it. */
  account: string;
};

/**
 * What became of one upload. `stored`: durable now. `repeated`: this key was durable already, with the same bytes.
 * `conflict`: this key is taken by other bytes. `full`: nothing was stored. `failed`: not known to be stored; sent again,
 * it is stored once. `record` is what is stored under the key, null where nothing is.
 */
export type AddResult =
  | { outcome: 'stored' | 'repeated' | 'conflict'; record: StoredUpload }
  | { outcome: 'full' | 'failed'; record: null };

/** A page that is stored. */
export interface StoredPage {
  tps: string;
  document: string;
  page: number;
  /** Distinct keys. */
  uploads: number;
  /** Of the latest upload. */
  sha256: string;
}

export interface DocumentPageUploads {
  document: string;
  page: number;
  /** Distinct keys. */
  uploads: number;
  /** Of the latest upload. */
  sha256: string;
  storedAt: string;
}

/** Something that happened to a subject and stays so: events are appended, never changed, never removed. */
export interface NewEvent {
  /** Random, of this event alone: 32 hex digits. */
  id: string;
  /** What it happened to, e.g. a form of a TPS or the pleno of a kecamatan. */
  subject: string;
  /** 1 for the subject's first event, then one more each. Of two events for one place, the first stands. */
  revision: number;
  kind: string;
  /** Username of who did it. */
  account: string;
  /** JSON. */
  body: unknown;
}

export interface StoredEvent extends NewEvent {
  storedAt: string;
}

/**
 * What became of one event. `stored`: durable now. `conflict`: that revision of the subject is taken by another event.
 * `full`: nothing was stored. `failed`: not known to be stored.
 */
export type AppendResult =
  | { outcome: 'stored'; event: StoredEvent }
  | { outcome: 'conflict' | 'full' | 'failed'; event: null };

/** Uploads and events, durable before they are acknowledged. */
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
  storedPages(): AsyncIterable<StoredPage>;
  /** Every upload of one document of one TPS, in the order they were stored. */
  photosOf(kode: string, document: string): Promise<(StoredUpload & { account: string })[]>;
  /** What is stored under these keys, in any order. */
  uploadsByKey(keys: readonly string[]): Promise<StoredUpload[]>;
  /** SHA-256 (hex) of every stored upload, in any order; one may come more than once. */
  storedDigests(): AsyncIterable<string>;
  /** Resolves once the event is on disk, or with why it is not; rejects only when the store is closed. */
  append(event: NewEvent): Promise<AppendResult>;
  /** What happened to one subject, in order of revision. */
  eventsOf(subject: string): Promise<StoredEvent[]>;
  /** Every event, in the order they were stored. */
  events(): AsyncIterable<StoredEvent>;
  /** A secret that stays the same for this store, so that tokens outlive a restart. */
  readonly secret: string;
  /** Waits for what is under way, then lets go of the file or database; twice is as good as once. */
  close(): Promise<void>;
}

/** The queries of a store: all that it promises but writing. */
export type StoreReader = Omit<UploadStore, 'id' | 'secret' | 'add' | 'append' | 'close'>;

/** Called after every commit. */
export type CommitObserver = (commit: Commit) => void;

export interface Commit {
  of: 'uploads' | 'events';
  seconds: number;
  /** Uploads or events in it. */
  records: number;
}
