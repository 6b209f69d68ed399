import type { FigureSource } from '../forms/types.ts';

/** What the plenary of a kecamatan is in the store: one subject, so that whatever happens in it happens in one order. */
export const PLENO_SUBJECT = 'pleno/';

export const plenoSubject = (kecamatan: string): string => PLENO_SUBJECT + kecamatan;

/** A figure of D.Hasil that is another than what was known of C.Hasil. */
export interface Correction {
  field: string;
  /** Of C.Hasil, null where nothing was known. */
  from: number | null;
  reason: string;
}

/** Where a saved form was taken from: what the system held of C.Hasil, or the file of an offline kecamatan. */
export type SavedSource = FigureSource | 'file';

/** D.Hasil of one election at one TPS, as an event keeps it. */
export interface FormEntry {
  tps: string;
  /** Slug. */
  election: string;
  /** Every figure, in the order of the form. */
  figures: number[];
  corrections: Correction[];
  /** Why figures that do not add up stand as they are. */
  note: string | null;
  /** Decisions of people about C.Hasil until then. */
  formRevision: number;
}

/** Bodies of the events of a pleno, by kind. */
export interface PlenoEvents {
  opened: Record<string, never>;
  saved: FormEntry & {
    /** Of the form in this pleno: 1 for its first save. */
    revision: number;
    source: FigureSource;
    /** Digest of what was asked, by which the repeat of a save is known. */
    asked: string;
  };
  imported: {
    /** Of the file. */
    sha256: string;
    bytes: number;
    /** Who closed the pleno, says the file. */
    closedBy: string;
    forms: (FormEntry & { savedBy: string })[];
  };
  finalised: {
    /** Sums by election, in the order of its form. */
    sums: Record<string, number[]>;
  };
  reopened: { reason: string };
  document: { sha256: string; bytes: number };
  published: { sha256: string };
}

export type PlenoEventKind = keyof PlenoEvents;

/** What a decision adds to a pleno. */
export type NewPlenoEvent = {
  [Kind in PlenoEventKind]: { kind: Kind; body: PlenoEvents[Kind] };
}[PlenoEventKind];
