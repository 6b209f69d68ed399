import type { Progress } from '../directory/progress.ts';
import type { Directory, Tps } from '../directory/types.ts';
import type { Area, Areas } from './areas.ts';
import { type ElectionSums, emptySums, frozenSums } from './tally.ts';

/** The newest results, of which publications are copies. */
export interface Results {
  /** Sums by place of the election. */
  frozen(): ElectionSums[];
  /** @returns whether a TPS has come into the results of an election by this */
  pageStored(tps: Tps, pageIndex: number): boolean;
}

/**
 * A TPS is in the results of an election once every page of its C.Hasil of that election is stored. Sums of the areas
 * above it are brought up to date then, so nothing is ever summed anew.
 */
export function createResults(directory: Directory, areas: Areas, progress: Progress): Results {
  const { elections, forms, all } = directory;
  const electionOf = new Map(
    directory.documentProfile
      .filter(({ form, election }) => form === 'c-hasil' && election !== null)
      .map(({ type, election }) => [type, elections.findIndex(({ slug }) => slug === election)]),
  );
  const sums = elections.map(({ pairs }) => emptySums(pairs.length, areas.size, all.length));
  /** Pages of the C.Hasil that are not stored yet. */
  const missing = elections.map(() => new Uint16Array(all.length));

  function enter(tps: Tps, election: number): void {
    const { votes, progress, published } = sums[election] as ElectionSums;
    published[tps.index] = 1;
    const pairs = elections[election]?.pairs.length ?? 0;
    const counted = Array.from({ length: pairs }, (_, p) =>
      forms.figure(tps.form, election, `votes.${p + 1}`),
    );
    for (let area: Area | null = areas.get(tps.kode.slice(0, 10)) ?? null; area; area = area.above) {
      progress[area.index] = (progress[area.index] ?? 0) + 1;
      for (const [p, count] of counted.entries()) {
        const place = area.index * pairs + p;
        votes[place] = (votes[place] ?? 0) + (count ?? 0);
      }
    }
  }

  for (const tps of all) {
    const pages = new Uint16Array(elections.length);
    for (const [i, { type }] of tps.pages.entries()) {
      const election = electionOf.get(type) ?? -1;
      if (election === -1) continue;
      pages[election] = (pages[election] ?? 0) + 1;
      const left = missing[election] as Uint16Array;
      if (!progress.isStored(tps, i)) left[tps.index] = (left[tps.index] ?? 0) + 1;
    }
    for (const [election, count] of pages.entries())
      if (count > 0 && missing[election]?.[tps.index] === 0) enter(tps, election);
  }

  return {
    frozen: () => sums.map(frozenSums),
    pageStored: (tps, pageIndex) => {
      const election = electionOf.get(tps.pages[pageIndex]?.type ?? '') ?? -1;
      const left = missing[election];
      if (!left) return false;
      const now = (left[tps.index] ?? 0) - 1;
      left[tps.index] = now;
      if (now === 0) enter(tps, election);
      return now === 0;
    },
  };
}
