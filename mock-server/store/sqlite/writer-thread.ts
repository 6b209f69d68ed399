import type { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { type DatabaseOptions, openForWriting, storeIdentity } from './database.ts';
import { sqliteCode } from './errors.ts';
import { createEventWriter } from './event-writer.ts';
import { createTransaction } from './transaction.ts';
import { createUploadWriter } from './upload-writer.ts';
import type { FromWriter, ToWriter } from './writer-protocol.ts';

/** The writer's thread: node:sqlite is synchronous, so fsync waits here and never in the thread that serves. */
const port = parentPort;
if (!port) throw new Error('writer-thread.ts runs as a worker thread only');

const say = (message: FromWriter): void => port.postMessage(message);

function open(): DatabaseSync | null {
  try {
    const database = openForWriting(workerData as DatabaseOptions);
    say({ kind: 'ready', ...storeIdentity(database) });
    return database;
  } catch (error) {
    say({ kind: 'refused', message: String(error), sqliteCode: sqliteCode(error) });
    port?.close();
    return null;
  }
}

const database = open();
if (database) {
  const transaction = createTransaction(database);
  const commit = {
    uploads: createUploadWriter(database, transaction),
    events: createEventWriter(database, transaction),
  };
  port.on('message', (message: ToWriter) => {
    if (message.kind === 'close') {
      database.close();
      port.close();
      return;
    }
    const start = performance.now();
    const results = JSON.stringify(commit[message.of](JSON.parse(message.items)));
    say({ kind: 'committed', results, seconds: (performance.now() - start) / 1000 });
  });
}
