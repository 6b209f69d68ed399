import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Committed } from '../group-commit.ts';
import type { AddResult, AppendResult, Commit, NewEvent, NewUpload } from '../types.ts';
import type { DatabaseOptions } from './database.ts';
import { storeRefused } from './refused.ts';
import type { FromWriter, ToWriter } from './writer-protocol.ts';

/** The writer's thread as seen from the thread that serves. */
export interface WriterClient {
  readonly id: string;
  readonly secret: string;
  /** Batches are committed one after another. Rejects when the thread has died. */
  commitUploads(uploads: readonly NewUpload[]): Promise<Committed<AddResult>>;
  /** The same of events. */
  commitEvents(events: readonly NewEvent[]): Promise<Committed<AppendResult>>;
  close(): Promise<void>;
}

/** @throws OperatorError NOT_WRITABLE, DISK_FULL */
export async function startWriter(options: DatabaseOptions): Promise<WriterClient> {
  // In the published package the same file is JavaScript.
  const file = import.meta.url.endsWith('.ts') ? './writer-thread.ts' : './writer-thread.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: options });
  const [first] = (await once(worker, 'message')) as [FromWriter];
  if (first.kind !== 'ready') throw storeRefused(options.path, first);

  const waiting: { resolve(answer: Committed<never>): void; reject(error: Error): void }[] = [];
  let dead: Error | null = null;
  const die = (error: Error): void => {
    dead = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('message', (message: FromWriter) => {
    if (message.kind !== 'committed') return;
    waiting.shift()?.resolve({ results: JSON.parse(message.results), seconds: message.seconds });
  });
  worker.on('error', die);
  worker.on('exit', () => die(new Error('the store’s writer thread has ended')));
  const say = (message: ToWriter): void => worker.postMessage(message);
  const commit = <Result>(of: Commit['of'], items: readonly unknown[]): Promise<Committed<Result>> =>
    new Promise((resolve, reject) => {
      if (dead) return reject(dead);
      waiting.push({ resolve, reject });
      say({ kind: 'commit', of, items: JSON.stringify(items) });
    });

  return {
    id: first.id,
    secret: first.secret,
    commitUploads: (uploads) => commit('uploads', uploads),
    commitEvents: (events) => commit('events', events),
    close: async () => {
      if (dead) return;
      const ended = once(worker, 'exit');
      say({ kind: 'close' });
      await ended;
    },
  };
}
