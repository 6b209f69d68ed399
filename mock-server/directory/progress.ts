import { photoNumber } from './photo-number.ts';
import type { Directory, DocumentPage, Tps } from './types.ts';

/** @param pageIndex place among the pages of the TPS */
export type StoredListener = (tps: Tps, pageIndex: number) => void;

/** Of a page whose photo is not known by its hash. */
const NO_HASH = '0'.repeat(64);

/**
 * Which pages are stored and the latest photo of each, a dozen bytes a page, so that lists, gauges and readings need no
 * query.
 */
export interface Progress {
  /**
   * Marks a page as stored; unknown TPS or pages (of an older plan) are ignored.
   * @param photo SHA-256 (hex) of the latest upload, and how many there were since the last call
   */
  markStored(kode: string, page: DocumentPage, photo?: { sha256: string; uploads: number }): void;
  /** Calls the listener for every page that is newly stored from now on. */
  onStored(listener: StoredListener): void;
  /** Calls the listener for every photo from now on, also of a page that is stored already; before `onStored`. */
  onPhoto(listener: StoredListener): void;
  isStored(tps: Tps, pageIndex: number): boolean;
  /** The number (photo-number.ts) of the latest photo of a page; 0 where none is stored. */
  photo(tps: Tps, pageIndex: number): number;
  /** Uploads of a page. */
  uploads(tps: Tps, pageIndex: number): number;
  isComplete(tps: Tps): boolean;
  /** TPS of which every page is stored, by code of the kecamatan. */
  completeByKecamatan: ReadonlyMap<string, number>;
}

export function createProgress(directory: Directory): Progress {
  const photos = new Float64Array(directory.slots);
  const uploadsOf = new Uint32Array(directory.slots);
  const missing = Uint16Array.from(directory.all, (tps) => tps.pages.length);
  const listeners: StoredListener[] = [];
  const photoListeners: StoredListener[] = [];
  const complete = new Map<string, number>(directory.kecamatan.map(({ code }) => [code, 0]));

  return {
    markStored: (kode, { type, page }, { sha256, uploads } = { sha256: NO_HASH, uploads: 1 }) => {
      const tps = directory.tps(kode);
      if (!tps) return;
      const index = tps.pages.findIndex((each) => each.type === type && each.page === page);
      if (index === -1) return;
      const slot = tps.firstSlot + index;
      const before = uploadsOf[slot] ?? 0;
      photos[slot] = photoNumber(sha256);
      uploadsOf[slot] = before + uploads;
      for (const listener of photoListeners) listener(tps, index);
      if (before > 0) return;
      const left = (missing[tps.index] ?? 0) - 1;
      missing[tps.index] = left;
      if (left === 0) complete.set(tps.kecamatan, (complete.get(tps.kecamatan) ?? 0) + 1);
      for (const listener of listeners) listener(tps, index);
    },
    onStored: (listener) => {
      listeners.push(listener);
    },
    onPhoto: (listener) => {
      photoListeners.push(listener);
    },
    isStored: (tps, pageIndex) => (uploadsOf[tps.firstSlot + pageIndex] ?? 0) > 0,
    photo: (tps, pageIndex) => photos[tps.firstSlot + pageIndex] ?? 0,
    uploads: (tps, pageIndex) => uploadsOf[tps.firstSlot + pageIndex] ?? 0,
    isComplete: (tps) => missing[tps.index] === 0,
    completeByKecamatan: complete,
  };
}
