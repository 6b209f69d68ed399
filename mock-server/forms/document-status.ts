import type { Progress } from '../directory/progress.ts';
import type { Directory, DocumentPage, Tps } from '../directory/types.ts';
import type { FormRecords } from './types.ts';

/**
 * How far a document is, as the three icons on the phone show it. 0: nothing is known of it. 1, camera: a phone's manifest
 * has announced a photo of it, or some of its pages are here. 2, cloud: every page is here. 3, check: C.Hasil is confirmed by
 * the KPPS with the photos that are here; any other document shows the right sheets.
 */
export type DocumentStatus = 0 | 1 | 2 | 3;

export const DOCUMENT_STATUSES: readonly DocumentStatus[] = [0, 1, 2, 3];

export interface DocumentStatuses {
  /** @param type a document of the TPS */
  status(tps: Tps, type: string): DocumentStatus;
  /** A phone holds photos of it; kept in memory only, for a phone announces again when it is back. */
  announce(tps: Tps, type: string): void;
  /** Documents by status, by code of the kecamatan; kept up to date, never counted anew. */
  byKecamatan: ReadonlyMap<string, Uint32Array>;
}

export function createDocumentStatuses(
  directory: Pick<Directory, 'all' | 'slots' | 'kecamatan'>,
  progress: Progress,
  book: FormRecords,
): DocumentStatuses {
  /** A byte a document, at the slot of its first page. */
  const announced = new Uint8Array(directory.slots);
  const counted = new Uint8Array(directory.slots);
  const byKecamatan = new Map(
    directory.kecamatan.map(({ code }) => [code, new Uint32Array(DOCUMENT_STATUSES.length)]),
  );
  const pagesOfType = rememberedPages();

  function statusOf(tps: Tps, type: string): DocumentStatus {
    const pages = pagesOfType(tps.pages, type);
    const here = pages.filter((index) => progress.isStored(tps, index)).length;
    if (here < pages.length) return here > 0 || announced[tps.firstSlot + (pages[0] ?? 0)] === 1 ? 1 : 0;
    const election = book.layout.electionOf(type);
    const isChecked =
      election === -1
        ? pages.every((index) => book.pageState(tps, index) === 'read')
        : book.isConfirmed(tps, election);
    return isChecked ? 3 : 2;
  }

  function update(tps: Tps, type: string): void {
    const slot = tps.firstSlot + (pagesOfType(tps.pages, type)[0] ?? 0);
    const status = statusOf(tps, type);
    const before = counted[slot] ?? 0;
    if (status === before) return;
    counted[slot] = status;
    const counts = byKecamatan.get(tps.kecamatan);
    if (!counts) return;
    counts[before] = (counts[before] ?? 0) - 1;
    counts[status] = (counts[status] ?? 0) + 1;
  }

  for (const tps of directory.all) {
    const counts = byKecamatan.get(tps.kecamatan);
    for (const [i, { type }] of tps.pages.entries()) {
      if (tps.pages[i - 1]?.type === type) continue;
      if (counts) counts[0] = (counts[0] ?? 0) + 1;
      update(tps, type);
    }
  }
  progress.onPhoto((tps, pageIndex) => update(tps, tps.pages[pageIndex]?.type ?? ''));
  book.onChange((tps, election) => {
    const type = book.layout.typeOf(election);
    if (type !== null) update(tps, type);
  });

  return {
    status: statusOf,
    announce: (tps, type) => {
      announced[tps.firstSlot + (pagesOfType(tps.pages, type)[0] ?? 0)] = 1;
      update(tps, type);
    },
    byKecamatan,
  };
}

/** Places of a document's pages; TPS with the same documents share one array of pages. */
function rememberedPages(): (pages: readonly DocumentPage[], type: string) => readonly number[] {
  const known = new Map<readonly DocumentPage[], Map<string, number[]>>();
  return (pages, type) => {
    let types = known.get(pages);
    if (!types) {
      types = new Map();
      for (const [i, page] of pages.entries()) types.set(page.type, [...(types.get(page.type) ?? []), i]);
      known.set(pages, types);
    }
    return types.get(type) ?? [];
  };
}
