import type { PhotoTask } from '../../fixtures/photos/darkroom.ts';
import { inventSheet } from '../../fixtures/photos/invented-sheet.ts';
import { loadRegion } from '../../fixtures/regions/catalog.ts';

/** Any seed: the photos' figures do not change how long they take. */
export const SEED = 20_241_012;

/** Photos of Palembang's four documents in turn, each of a TPS of its own. */
export function benchTasks(count: number): PhotoTask[] {
  const region = loadRegion('palembang');
  return Array.from({ length: count }, (_, i) => {
    const d = i % region.documents.length;
    const document = region.documents[d];
    if (document === undefined) throw new Error('palembang has no documents');
    const key = `bench/${i}`;
    const sheet = inventSheet(region, SEED, document, 1, key);
    return { key, sheet, fault: null, mark: { tps: sheet.place.kode, document: d + 1, page: 1 } };
  });
}
