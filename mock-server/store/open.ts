import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openForReading } from './database.ts';
import { createGroupCommit } from './group-commit.ts';
import { createReader } from './reader.ts';
import { storeRefused } from './store-refused.ts';
import type { CommitObserver, UploadStore } from './types.ts';
import { startWriter } from './writer-client.ts';

/** Milliseconds an upload waits for company, so that many share one fsync. */
const COMMIT_WINDOW_MS = 3;

export interface StoreOptions {
  /** The SQLite file; it and its folder are made where they are missing. */
  path: string;
  observeCommit?: CommitObserver;
  /** Pages of 4 KiB the file may grow to; for tests of a full disk. */
  maxPages?: number;
}

/**
 * Opens the embedded store. Commits run in a thread of their own, queries in the caller's.
 * @throws OperatorError NOT_WRITABLE, DISK_FULL
 */
export async function openStore({ path, maxPages, observeCommit }: StoreOptions): Promise<UploadStore> {
  try {
    await makeFolder(dirname(path));
  } catch (error) {
    throw storeRefused(path, { kind: 'folder', message: String(error) });
  }
  const writer = await startWriter({ path, ...(maxPages !== undefined && { maxPages }) });
  const database = openForReading(path);
  const group = createGroupCommit({
    commit: writer.commit,
    windowMs: COMMIT_WINDOW_MS,
    observe: observeCommit ?? (() => {}),
  });

  return {
    ...createReader(database),
    add: group.add,
    secret: writer.secret,
    close: async () => {
      await group.drain();
      // The writer last: only it can bring the write-ahead log back into the file.
      database.close();
      await writer.close();
    },
  };
}

/** Not mkdir's own `recursive`: that never returns below /proc. */
async function makeFolder(path: string): Promise<void> {
  if (await stat(path).catch(() => null)) return;
  await makeFolder(dirname(path));
  await mkdir(path);
}
