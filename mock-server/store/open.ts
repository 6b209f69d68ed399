import { isPostgresUrl } from './postgres/location.ts';
import { openPostgresStore } from './postgres/open.ts';
import { openSqliteStore } from './sqlite/open.ts';
import type { CommitObserver, UploadStore } from './types.ts';

export interface StoreOptions {
  /** A SQLite file, made with its folder where it is missing; or the URL of a PostgreSQL database on this machine. */
  path: string;
  observeCommit?: CommitObserver;
  /** Pages of 4 KiB a SQLite file may grow to; for tests of a full disk. */
  maxPages?: number;
}

/**
 * Opens the store of that place; nobody else may have it open.
 * @throws OperatorError NOT_WRITABLE, DISK_FULL, STORE_TAKEN; of PostgreSQL: USAGE, STORE_UNREACHABLE, STORE_REFUSED
 */
export async function openStore({ path, ...options }: StoreOptions): Promise<UploadStore> {
  if (!isPostgresUrl(path)) return openSqliteStore({ path, ...options });
  const { observeCommit } = options;
  return openPostgresStore({ url: path, ...(observeCommit && { observeCommit }) });
}
