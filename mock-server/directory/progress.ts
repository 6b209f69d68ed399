import type { Directory, DocumentPage, Tps } from './types.ts';

/** @param pageIndex place among the pages of the TPS */
export type StoredListener = (tps: Tps, pageIndex: number) => void;

/** Which pages are stored, a byte a page, so that lists and gauges need no query. */
export interface Progress {
  /** Marks a page as stored; unknown TPS or pages (of an older plan) are ignored. */
  markStored(kode: string, page: DocumentPage): void;
  /** Calls the listener for every page that is newly stored from now on. */
  onStored(listener: StoredListener): void;
  isStored(tps: Tps, pageIndex: number): boolean;
  isComplete(tps: Tps): boolean;
  /** TPS of which every page is stored, by code of the kecamatan. */
  completeByKecamatan: ReadonlyMap<string, number>;
}

export function createProgress(directory: Directory): Progress {
  const stored = new Uint8Array(directory.slots);
  const missing = Uint16Array.from(directory.all, (tps) => tps.pages.length);
  const listeners: StoredListener[] = [];
  const complete = new Map<string, number>(directory.kecamatan.map(({ code }) => [code, 0]));

  return {
    markStored: (kode, { type, page }) => {
      const tps = directory.tps(kode);
      if (!tps) return;
      const index = tps.pages.findIndex((each) => each.type === type && each.page === page);
      if (index === -1 || stored[tps.firstSlot + index] === 1) return;
      stored[tps.firstSlot + index] = 1;
      const left = (missing[tps.index] ?? 0) - 1;
      missing[tps.index] = left;
      if (left === 0) complete.set(tps.kecamatan, (complete.get(tps.kecamatan) ?? 0) + 1);
      for (const listener of listeners) listener(tps, index);
    },
    onStored: (listener) => {
      listeners.push(listener);
    },
    isStored: (tps, pageIndex) => stored[tps.firstSlot + pageIndex] === 1,
    isComplete: (tps) => missing[tps.index] === 0,
    completeByKecamatan: complete,
  };
}
