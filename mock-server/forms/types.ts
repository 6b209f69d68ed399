import type { Sheet } from '../directory/photo-mistakes.ts';
import type { Tps } from '../directory/types.ts';
import type { StoredEvent } from '../store/types.ts';
import type { FormLayout } from './form-layout.ts';

/** Where the figures of one C.Hasil come from: nowhere yet, the machine's reading, or the KPPS who compared it. */
export type FigureSource = 'none' | 'reading' | 'kpps';

export interface FormStanding {
  source: FigureSource;
  /** Decisions of people about this form so far; 0: nobody has touched it. */
  revision: number;
  /** When the KPPS sent it as right, null where they have not. */
  confirmedAt: string | null;
}

/** Called with a TPS and the place of an election. */
export type FormListener = (tps: Tps, election: number) => void;

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
  onChange(listener: FormListener): void;
}

/** What has become of the photo of a page: none is there, it waits to be read, or what was made of it. */
export type PageState = 'none' | 'pending' | 'read' | 'unreadable' | 'wrong-sheet';

/** The form book with all that the flow of a TPS needs of it. */
export interface FormRecords extends FormBook {
  readonly layout: FormLayout;
  /** Calls the listener just before figures or standing of a form may change; `onChange` follows at once. */
  willChange(listener: FormListener): void;
  /**
   * Grows by one with every photo stored of the form and every decision about it, so that whoever names it has seen the
   * latest.
   */
  revision(tps: Tps, election: number): number;
  /** Of the latest photo of a page, also of documents that hold no figures. */
  pageState(tps: Tps, pageIndex: number): PageState;
  /** The sheet that the latest photo shows in place of the right one; null where it is right or not looked at yet. */
  sawInstead(tps: Tps, pageIndex: number): Sheet | null;
  /** 0 to 1; 0 for a figure that was not read. */
  confidence(tps: Tps, election: number, field: string): number;
  /** Whether the form was confirmed, with the photos that are there now. */
  isConfirmed(tps: Tps, election: number): boolean;
  /** Takes in what was decided about a form; events about forms that the plan has not are ignored. */
  apply(event: StoredEvent): void;
}
