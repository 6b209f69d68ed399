import type { Tps } from '../directory/types.ts';

/** Where the figures of one C.Hasil come from: nowhere yet, the machine's reading, or the KPPS who compared it. */
export type FigureSource = 'none' | 'reading' | 'kpps';

export interface FormStanding {
  source: FigureSource;
  /** Decisions of people about this form so far; 0: nobody has touched it. */
  revision: number;
  /** When the KPPS sent it as right, null where they have not. */
  confirmedAt: string | null;
}

/**
 * What the system holds of the figures of every C.Hasil. An election is named by its place among the plan's elections, a
 * figure by its id in fixtures/form/fields.ts.
 */
export interface FormBook {
  standing(tps: Tps, election: number): FormStanding;
  /** As the KPPS corrected it, else as it was read; null where nothing is known, or no digit stands there. */
  figure(tps: Tps, election: number, field: string): number | null;
  /** As the machine read it, whatever was corrected since. */
  reading(tps: Tps, election: number, field: string): number | null;
  /** Calls the listener whenever figures or standing of a form have changed. */
  onChange(listener: (tps: Tps, election: number) => void): void;
}
