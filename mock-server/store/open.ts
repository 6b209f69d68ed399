import { openSqliteStore } from './sqlite/open.ts';
import type { CommitObserver, UploadStore } from './types.ts';

export interface StoreOptions {
  /** The SQLite file; it and its folder are made where they are missing. */
  path: string;
  /** Called after every commit. */
  observeCommit?: CommitObserver;
  /** Pages of 4 KiB a SQLite file may grow to; for tests of a full disk. */
  maxPages?: number;
}

/** @throws OperatorError NOT_WRITABLE, DISK_FULL, STORE_TAKEN */
export async function openStore(options: StoreOptions): Promise<UploadStore> {
  return openSqliteStore(options);
}
