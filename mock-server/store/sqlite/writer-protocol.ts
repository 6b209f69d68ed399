/** What the store's main thread and its writer thread say to each other. */
export type ToWriter =
  /** `uploads` is the JSON of NewUpload[]: one string crosses threads far cheaper than many objects. */
  { kind: 'commit'; uploads: string } | { kind: 'close' };

export type FromWriter =
  | { kind: 'ready'; id: string; secret: string }
  | { kind: 'refused'; message: string; sqliteCode: number | null }
  /** `results` is the JSON of AddResult[]. */
  | { kind: 'committed'; results: string; seconds: number };
