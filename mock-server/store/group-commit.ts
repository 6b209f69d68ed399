import { setTimeout } from 'node:timers/promises';

/** Most items in one transaction, so that no commit takes long. */
const MAX_BATCH = 256;

/** What a transaction answers: a result for each of its items, in order. */
export interface Committed<Result> {
  results: Result[];
  seconds: number;
}

export interface GroupCommitOptions<Item, Result> {
  /** Commits one batch durably; called for one batch at a time. */
  commit(items: readonly Item[]): Promise<Committed<Result>>;
  /** What an item resolves to when a commit rejects. */
  failed: Result;
  /** Milliseconds the first item of a batch waits for company; what a commit under way makes it wait counts. */
  windowMs: number;
  /** Called after every commit, with how long it took and how many items were in it. */
  observe(seconds: number, items: number): void;
}

export interface GroupCommit<Item, Result> {
  /** Resolves after the commit that holds the item; rejects once closed. */
  add(item: Item): Promise<Result>;
  /** Takes nothing more; resolves when nothing is waiting any more. */
  close(): Promise<void>;
}

interface Waiting<Item, Result> {
  /** When it came. */
  since: number;
  item: Item;
  resolve(result: Result): void;
}

/** Puts what arrives within a small window, or while a commit is under way, into one transaction. */
export function createGroupCommit<Item, Result>({
  commit,
  failed,
  windowMs,
  observe,
}: GroupCommitOptions<Item, Result>): GroupCommit<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
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

  async function commitBatch(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const { results, seconds } = await commit(batch.map(({ item }) => item));
      observe(seconds, batch.length);
      for (const [i, { resolve }] of batch.entries()) resolve(results[i] ?? failed);
    } catch {
      for (const { resolve } of batch) resolve(failed);
    }
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the store is closed'));
        waiting.push({ since: performance.now(), item, resolve });
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
