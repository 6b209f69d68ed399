import type { Directory, Tps } from '../directory/types.ts';
import type { FormBook } from '../forms/types.ts';
import type { Area, Areas } from './areas.ts';
import { type ElectionSums, emptySums, frozenSums } from './tally.ts';

/** The newest results, of which publications are copies. */
export interface Results {
  /** Sums by place of the election. */
  frozen(): ElectionSums[];
  isIn(tps: Tps, election: number): boolean;
  /** Takes a form out of the sums, before its figures change; one that is not in them is left alone. */
  leave(tps: Tps, election: number): void;
  /** Brings a form into the sums where its figures are known. */
  enter(tps: Tps, election: number): void;
}

/**
 * A TPS is in the results of an election while figures of its C.Hasil stand in the form book. Sums of the areas above it are
 * brought up to date by the difference, so nothing is ever summed anew.
 */
export function createResults(
  { elections, all }: Pick<Directory, 'elections' | 'all'>,
  areas: Areas,
  book: FormBook,
): Results {
  const sums = elections.map(({ pairs }) => emptySums(pairs.length, areas.size, all.length));
  const fields = elections.map(({ pairs }) => pairs.map((_, p) => `votes.${p + 1}`));

  const isIn = (tps: Tps, election: number) => sums[election]?.published[tps.index] === 1;

  /** @param sign 1 adds the form to every area above it, -1 takes it away */
  function count(tps: Tps, election: number, sign: 1 | -1): void {
    const { votes, progress, published } = sums[election] as ElectionSums;
    published[tps.index] = sign === 1 ? 1 : 0;
    const counted = (fields[election] ?? []).map((field) => sign * (book.figure(tps, election, field) ?? 0));
    for (let area: Area | null = areas.get(tps.kode.slice(0, 10)) ?? null; area; area = area.above) {
      progress[area.index] = (progress[area.index] ?? 0) + sign;
      for (const [p, count] of counted.entries()) {
        const place = area.index * counted.length + p;
        votes[place] = (votes[place] ?? 0) + count;
      }
    }
  }

  function enter(tps: Tps, election: number): void {
    if (!isIn(tps, election) && book.standing(tps, election).source !== 'none') count(tps, election, 1);
  }

  for (const tps of all) for (let election = 0; election < elections.length; election++) enter(tps, election);

  return {
    frozen: () => sums.map(frozenSums),
    isIn,
    leave: (tps, election) => {
      if (isIn(tps, election)) count(tps, election, -1);
    },
    enter,
  };
}
