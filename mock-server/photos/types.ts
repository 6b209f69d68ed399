/** Where the photos' bytes are kept. */
export interface PhotoStore {
  /** Takes in one photo while it arrives. */
  begin(): IncomingPhoto;
  /** Takes in D.Hasil as PDF while it arrives; the same promises. */
  beginDocument(): IncomingPhoto;
  /** A photo was kept whose upload then was not stored: the next start looks for photos that no upload names. */
  keptInVain(): void;
  /** Lets go of the folder; every photo taken in was kept or dropped before. */
  close(): Promise<void>;
}

/** Why a photo was not kept. */
export type NotKept = 'full' | 'failed';

/** One photo on its way; ends with exactly one `keep` or `drop`. */
export interface IncomingPhoto {
  /**
   * Takes the next piece; the buffer is only lent until the promise resolves, and the sender waits for it. Never
   * rejects: what went wrong is told by `keep`.
   */
  add(chunk: Buffer): Promise<void>;
  /** Resolves once the photo is on disk under its hash (hex), or with why it is not. */
  keep(sha256: string): Promise<'kept' | NotKept>;
  /** Forgets the photo. */
  drop(): Promise<void>;
}
