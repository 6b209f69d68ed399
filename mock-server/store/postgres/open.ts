import pg from 'pg';
import { createCommitLanes } from '../commit-lanes.ts';
import type { Committed } from '../group-commit.ts';
import type { CommitObserver, UploadStore } from '../types.ts';
import { clientOptions, whileRecovering } from './connection.ts';
import { appendBatch, findEvents } from './event-writer.ts';
import { readPostgresUrl } from './location.ts';
import { connectAsOnlyWriter } from './only-writer.ts';
import { createReader } from './reader.ts';
import { databaseRefused, isConnectionLost, isDiskFull } from './refused.ts';
import { prepareSchema } from './schema.ts';
import { findBatch, insertBatch } from './upload-writer.ts';

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

  let connecting: Promise<pg.Client> | null = null;

  /** The writer's connection, or a new one where that is lost; uploads and events never open one each. */
  async function connection(): Promise<pg.Client> {
    if (writer) return writer;
    connecting ??= connectAsOnlyWriter(location).finally(() => {
      connecting = null;
    });
    writer = await connecting;
    return writer;
  }

  async function write<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    return whileRecovering(async () => {
      const client = await connection();
      try {
        return await work(client);
      } catch (error) {
        if (isConnectionLost(error) && writer === client) {
          writer = null;
          // Not awaited: a dead connection may take its time to end.
          client.end().catch(() => {});
        }
        throw error;
      }
    });
  }

  /**
   * @param work commits a batch
   * @param find which of the batch is stored, whatever else can be stored
   */
  async function commit<Result>(
    work: (client: pg.Client, now: number) => Promise<Result[]>,
    find: (client: pg.Client) => Promise<(Result | null)[]>,
    notStored: (outcome: 'full' | 'failed') => Result,
  ): Promise<Committed<Result>> {
    const start = performance.now();
    const now = Date.now();
    const seconds = () => (performance.now() - start) / 1000;
    try {
      return { results: await write((client) => work(client, now)), seconds: seconds() };
    } catch (error) {
      if (isConnectionLost(error)) throw error;
      const outcome = isDiskFull(error) ? 'full' : 'failed';
      const known = await write(find);
      return { results: known.map((result) => result ?? notStored(outcome)), seconds: seconds() };
    }
  }

  const lanes = createCommitLanes(
    {
      commitUploads: (uploads) =>
        commit(
          (client, now) => insertBatch(client, uploads, now),
          (client) => findBatch(client, uploads),
          (outcome) => ({ outcome, record: null }),
        ),
      commitEvents: (events) =>
        commit(
          (client, now) => appendBatch(client, events, now),
          (client) => findEvents(client, events),
          (outcome) => ({ outcome, event: null }),
        ),
    },
    observeCommit,
  );
  let closing: Promise<void> | null = null;
  const close = async () => {
    await lanes.close();
    await pool.end();
    await writer?.end().catch(() => {});
  };
  return {
    ...createReader(pool),
    ...identity,
    add: lanes.add,
    append: lanes.append,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
