import { setTimeout } from 'node:timers/promises';
import type { AddResult, CommitObserver, NewUpload } from './types.ts';

/** Most uploads in one transaction, so that no commit takes long. */
const MAX_BATCH = 256;

export interface GroupCommitOptions {
  /** Commits one batch durably; called for one batch at a time. */
  commit(uploads: readonly NewUpload[]): Promise<{ results: AddResult[]; seconds: number }>;
  /** Milliseconds the first upload of a batch waits for company; what a commit under way makes it wait counts. */
  windowMs: number;
  observe: CommitObserver;
}

export interface GroupCommit {
  /** Resolves after the commit that holds the upload; rejects once closed. */
  add(upload: NewUpload): Promise<AddResult>;
  /** Takes nothing more; resolves when nothing is waiting any more. */
  close(): Promise<void>;
}

interface Waiting {
  /** When it came. */
  since: number;
  upload: NewUpload;
  resolve(result: AddResult): void;
}

/** Puts what arrives within a small window, or while a commit is under way, into one transaction. */
export function createGroupCommit({ commit, windowMs, observe }: GroupCommitOptions): GroupCommit {
  let waiting: Waiting[] = [];
  let busy = false;
  let closed = false;
  let whenIdle: (() => void)[] = [];

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const left = (waiting[0]?.since ?? 0) + windowMs - performance.now();
      if (left > 0 && waiting.length < MAX_BATCH) await setTimeout(left);
      const batch = waiting.slice(0, MAX_BATCH);
      waiting = waiting.slice(MAX_BATCH);
      await commitBatch(batch);
    }
    busy = false;
    for (const idle of whenIdle) idle();
    whenIdle = [];
  }

  async function commitBatch(batch: Waiting[]): Promise<void> {
    try {
      const { results, seconds } = await commit(batch.map(({ upload }) => upload));
      observe({ seconds, uploads: batch.length });
      for (const [i, { resolve }] of batch.entries())
        resolve(results[i] ?? { outcome: 'failed', record: null });
    } catch {
      for (const { resolve } of batch) resolve({ outcome: 'failed', record: null });
    }
  }

  return {
    add: (upload) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the store is closed'));
        waiting.push({ since: performance.now(), upload, resolve });
        if (busy) return;
        busy = true;
        void run();
      }),
    close: () => {
      closed = true;
      return busy ? new Promise((resolve) => whenIdle.push(resolve)) : Promise.resolve();
    },
  };
}
