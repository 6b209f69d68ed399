import type { Tps } from '../directory/types.ts';
import type { FormLayout } from './form-layout.ts';

/** Of a figure that the KPPS left blank; the form's boxes hold no number as large. */
const BLANK = 0xffff;

/** What the KPPS sent as right, as an event keeps it. */
export interface Confirmation {
  /** In the order of the form's fields. */
  figures: readonly (number | null)[];
  /** Numbers (photo-number.ts) of the photos that were compared, in the order of the pages. */
  photos: readonly number[];
  /** Epoch ms. */
  at: number;
}

/** The confirmed forms of all TPS, two bytes a figure: nothing is taken up before somebody confirms. */
export interface ConfirmedForms {
  /** Times the form was confirmed. */
  decisions(tps: Tps, election: number): number;
  /** Epoch ms of the latest time; null where it never was. */
  confirmedAt(tps: Tps, election: number): number | null;
  figure(tps: Tps, election: number, field: string): number | null;
  /** Whether the photo of a page was compared when the form was confirmed last. */
  compared(tps: Tps, pageIndex: number, photo: number): boolean;
  keep(tps: Tps, election: number, confirmation: Confirmation): void;
}

export function createConfirmedForms(
  { all, slots, elections }: { all: { length: number }; slots: number; elections: { length: number } },
  layout: FormLayout,
): ConfirmedForms {
  const forms = all.length * elections.length;
  const places = Array.from(
    { length: elections.length },
    (_, e) => new Map(layout.fields(e).map((id, i) => [id, i])),
  );
  const width = Math.max(0, ...places.map(({ size }) => size));
  const decided = new Uint16Array(forms);
  const at = new Float64Array(forms);
  const figures = new Uint16Array(forms * width);
  const photosCompared = new Float64Array(slots);
  const placeOf = (tps: Tps, election: number) => tps.index * elections.length + election;

  return {
    decisions: (tps, election) => decided[placeOf(tps, election)] ?? 0,
    confirmedAt: (tps, election) => at[placeOf(tps, election)] || null,
    figure: (tps, election, field) => {
      const place = places[election]?.get(field);
      if (place === undefined || !at[placeOf(tps, election)]) return null;
      const value = figures[placeOf(tps, election) * width + place] ?? BLANK;
      return value === BLANK ? null : value;
    },
    compared: (tps, pageIndex, photo) => photosCompared[tps.firstSlot + pageIndex] === photo,
    keep: (tps, election, confirmation) => {
      const form = placeOf(tps, election);
      decided[form] = (decided[form] ?? 0) + 1;
      at[form] = confirmation.at;
      for (let i = 0; i < (places[election]?.size ?? 0); i++)
        figures[form * width + i] = confirmation.figures[i] ?? BLANK;
      for (const [i, { index }] of layout.pages(tps, election).entries())
        photosCompared[tps.firstSlot + index] = confirmation.photos[i] ?? 0;
    },
  };
}
