import type { AddResult, NewUpload } from './types.ts';

/** What the store's main thread and its writer thread say to each other. */
export type ToWriter = { kind: 'commit'; uploads: readonly NewUpload[] } | { kind: 'close' };

export type FromWriter =
  | { kind: 'ready'; secret: string }
  | { kind: 'refused'; message: string; sqliteCode: number | null }
  | { kind: 'committed'; results: AddResult[]; seconds: number };
