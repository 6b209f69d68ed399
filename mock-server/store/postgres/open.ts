import pg from 'pg';
import { createGroupCommit } from '../group-commit.ts';
import type { AddResult, CommitObserver, NewUpload, UploadStore } from '../types.ts';
import { clientOptions, whileRecovering } from './connection.ts';
import { readPostgresUrl } from './location.ts';
import { connectAsOnlyWriter } from './only-writer.ts';
import { createReader } from './reader.ts';
import { databaseRefused, isConnectionLost, isDiskFull } from './refused.ts';
import { prepareSchema } from './schema.ts';
import { findBatch, insertBatch } from './writer.ts';

/** Milliseconds an upload waits for company, so that many share one commit. */
const COMMIT_WINDOW_MS = 3;

/** Connections for reading, beside the one that writes. */
const READERS = 4;

export interface PostgresStoreOptions {
  /** `postgres://user@host/database`; the host is this machine. */
  url: string;
  observeCommit?: CommitObserver;
}

/**
 * Opens the store in a PostgreSQL database. One connection writes, and holds the lock that keeps other servers out;
 * when it is lost, the batch under way is stored over a new one, each upload still once.
 * @throws OperatorError USAGE, STORE_UNREACHABLE, STORE_REFUSED, STORE_TAKEN, DISK_FULL
 */
export async function openPostgresStore({ url, observeCommit }: PostgresStoreOptions): Promise<UploadStore> {
  const location = readPostgresUrl(url);
  let writer: pg.Client | null = null;
  let identity: { id: string; secret: string };
  try {
    writer = await connectAsOnlyWriter(location);
    identity = await prepareSchema(writer);
  } catch (error) {
    await writer?.end().catch(() => {});
    throw databaseRefused(location.name, error);
  }
  const pool = new pg.Pool({ ...clientOptions(location), max: READERS });
  pool.on('error', () => {});

  /** Over the writer's connection, or a new one where that is lost. */
  async function write<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    return whileRecovering(async () => {
      writer ??= await connectAsOnlyWriter(location);
      try {
        return await work(writer);
      } catch (error) {
        if (isConnectionLost(error)) {
          // Not awaited: a dead connection may take its time to end.
          writer.end().catch(() => {});
          writer = null;
        }
        throw error;
      }
    });
  }

  async function commit(uploads: readonly NewUpload[]): Promise<{ results: AddResult[]; seconds: number }> {
    const start = performance.now();
    const now = Date.now();
    const seconds = () => (performance.now() - start) / 1000;
    try {
      return { results: await write((client) => insertBatch(client, uploads, now)), seconds: seconds() };
    } catch (error) {
      if (isConnectionLost(error)) throw error;
      const outcome = isDiskFull(error) ? 'full' : 'failed';
      const known = await write((client) => findBatch(client, uploads));
      return { results: known.map((result) => result ?? { outcome, record: null }), seconds: seconds() };
    }
  }

  const group = createGroupCommit({
    commit,
    windowMs: COMMIT_WINDOW_MS,
    observe: observeCommit ?? (() => {}),
  });
  let closing: Promise<void> | null = null;
  const close = async () => {
    await group.close();
    await pool.end();
    await writer?.end().catch(() => {});
  };
  return {
    ...createReader(pool),
    ...identity,
    add: group.add,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
