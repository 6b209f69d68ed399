import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createCommitLanes } from '../commit-lanes.ts';
import { takeFileLock } from '../file-lock.ts';
import type { CommitObserver, UploadStore } from '../types.ts';
import { openForReading } from './database.ts';
import { sqliteCode } from './errors.ts';
import { createReader } from './reader.ts';
import { storeRefused, storeTaken } from './refused.ts';
import { startWriter } from './writer-client.ts';

export interface SqliteStoreOptions {
  /** The SQLite file; it and its folder are made where they are missing. */
  path: string;
  observeCommit?: CommitObserver;
  /** Pages of 4 KiB the file may grow to; for tests of a full disk. */
  maxPages?: number;
}

/**
 * Opens the embedded store. Commits run in a thread of their own, queries in the caller's.
 * @throws OperatorError NOT_WRITABLE, DISK_FULL, STORE_TAKEN
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<UploadStore> {
  const { path, maxPages, observeCommit } = options;
  try {
    await makeFolder(dirname(path));
  } catch (error) {
    throw storeRefused(path, { kind: 'folder', message: String(error) });
  }
  const lock = takeLock(path);
  try {
    const writer = await startWriter({ path, ...(maxPages !== undefined && { maxPages }) });
    const database = openForReading(path);
    const lanes = createCommitLanes(writer, observeCommit);
    let closing: Promise<void> | null = null;
    const close = async () => {
      await lanes.close();
      // The writer last: only it can bring the write-ahead log back into the file.
      database.close();
      await writer.close();
      lock.release();
    };
    return {
      ...createReader(database),
      id: writer.id,
      add: lanes.add,
      append: lanes.append,
      secret: writer.secret,
      close: () => {
        closing ??= close();
        return closing;
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function takeLock(path: string) {
  let taken: ReturnType<typeof takeFileLock>;
  try {
    taken = takeFileLock(`${path}-lock`);
  } catch (error) {
    throw storeRefused(path, { kind: 'lock', message: String(error), sqliteCode: sqliteCode(error) });
  }
  if ('lock' in taken) return taken.lock;
  throw storeTaken(path, taken.heldBy);
}

/** Not mkdir's own `recursive`: that never returns below /proc. */
async function makeFolder(path: string): Promise<void> {
  if (await stat(path).catch(() => null)) return;
  await makeFolder(dirname(path));
  await mkdir(path);
}
