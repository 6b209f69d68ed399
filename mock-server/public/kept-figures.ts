import type { Tps } from '../directory/types.ts';
import type { FormRecords } from '../forms/types.ts';

/** Figures of forms that have changed since a publication, as they were in it; a publication keeps no others. */
export interface KeptFigures {
  /** Keeps the figures of a form before they change; only the first time counts. */
  keep(tps: Tps, election: number): void;
  /** As published, also where the form has changed since. */
  figure(tps: Tps, election: number, field: string): number | null;
}

/** Of a figure that is not there. */
const NOTHING = 0xffff;

export function createKeptFigures(book: FormRecords): KeptFigures {
  const kept = new Map<string, Uint16Array>();
  const placeOf = (tps: Tps, election: number) => `${tps.index}/${election}`;

  return {
    keep: (tps, election) => {
      const place = placeOf(tps, election);
      if (kept.has(place)) return;
      const figures = book.layout
        .fields(election)
        .map((field) => book.figure(tps, election, field) ?? NOTHING);
      kept.set(place, Uint16Array.from(figures));
    },
    figure: (tps, election, field) => {
      const figures = kept.get(placeOf(tps, election));
      if (!figures) return book.figure(tps, election, field);
      const value = figures[book.layout.fields(election).indexOf(field)] ?? NOTHING;
      return value === NOTHING ? null : value;
    },
  };
}
