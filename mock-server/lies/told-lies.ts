import type { LieKind, ToldLie } from '../contract/lies.ts';
import type { NewUpload } from '../store/types.ts';

/** The server's own record of its lies, in memory, so that an audit can be held against it. */
export interface ToldLies {
  tell(lie: LieKind, about: NewUpload, other?: string): void;
  /** Lies from the `after`-th on, at most `limit`. */
  list(after: number, limit: number): { lies: ToldLie[]; next: number | null };
}

export function createToldLies(): ToldLies {
  const told: ToldLie[] = [];
  return {
    tell: (lie, { key, tps, document, page }, other) => {
      told.push({ lie, key, tps, document, page, other: other ?? null, toldAt: new Date().toISOString() });
    },
    list: (after, limit) => {
      const end = after + limit;
      return { lies: told.slice(after, end), next: end < told.length ? end : null };
    },
  };
}
