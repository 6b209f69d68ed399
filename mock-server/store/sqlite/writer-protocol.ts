import type { Commit } from '../types.ts';

/** What the store's main thread and its writer thread say to each other. */
export type ToWriter =
  /** `items` is the JSON of NewUpload[] or NewEvent[]: one string crosses threads far cheaper than many objects. */
  { kind: 'commit'; of: Commit['of']; items: string } | { kind: 'close' };

export type FromWriter =
  | { kind: 'ready'; id: string; secret: string }
  | { kind: 'refused'; message: string; sqliteCode: number | null }
  /** `results` is the JSON of AddResult[] or AppendResult[]; commits are answered in the order they were asked for. */
  | { kind: 'committed'; results: string; seconds: number };
