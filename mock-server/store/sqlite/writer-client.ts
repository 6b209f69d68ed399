import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AddResult, NewUpload } from '../types.ts';
import type { DatabaseOptions } from './database.ts';
import { storeRefused } from './refused.ts';
import type { FromWriter, ToWriter } from './writer-protocol.ts';

/** The writer's thread as seen from the thread that serves. */
export interface WriterClient {
  readonly id: string;
  readonly secret: string;
  /** One batch at a time. Rejects when the thread has died. */
  commit(uploads: readonly NewUpload[]): Promise<{ results: AddResult[]; seconds: number }>;
  close(): Promise<void>;
}

/** @throws OperatorError NOT_WRITABLE, DISK_FULL */
export async function startWriter(options: DatabaseOptions): Promise<WriterClient> {
  // In the published package the same file is JavaScript.
  const file = import.meta.url.endsWith('.ts') ? './writer-thread.ts' : './writer-thread.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: options });
  const [first] = (await once(worker, 'message')) as [FromWriter];
  if (first.kind !== 'ready') throw storeRefused(options.path, first);

  let settle: {
    resolve(answer: { results: AddResult[]; seconds: number }): void;
    reject(error: Error): void;
  } | null = null;
  let dead: Error | null = null;
  const die = (error: Error): void => {
    dead = error;
    settle?.reject(error);
    settle = null;
  };
  worker.on('message', (message: FromWriter) => {
    if (message.kind !== 'committed') return;
    const waiting = settle;
    settle = null;
    waiting?.resolve({ results: JSON.parse(message.results), seconds: message.seconds });
  });
  worker.on('error', die);
  worker.on('exit', () => die(new Error('the store’s writer thread has ended')));
  const say = (message: ToWriter): void => worker.postMessage(message);

  return {
    id: first.id,
    secret: first.secret,
    commit: (uploads) =>
      new Promise((resolve, reject) => {
        if (dead) return reject(dead);
        settle = { resolve, reject };
        say({ kind: 'commit', uploads: JSON.stringify(uploads) });
      }),
    close: async () => {
      if (dead) return;
      const ended = once(worker, 'exit');
      say({ kind: 'close' });
      await ended;
    },
  };
}
