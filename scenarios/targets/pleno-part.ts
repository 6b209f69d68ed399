import type { Answer } from './answers.ts';

/** One election at one TPS, in the plenary of its kecamatan. */
export interface PlenoFormOf {
  kecamatan: string;
  tps: string;
  election: string;
}

export interface PlenoOpenAnswer extends Answer {
  /** It was finalised before: nothing can be saved until somebody reopens it. */
  closed: boolean;
}

export interface PlenoLookAnswer extends Answer {
  /** Which save of the form this is; a save names it. null where the answer does not say. */
  revision: string | null;
  /** What the target knows of C.Hasil, by field of the form: as confirmed, else as read; null where it knows nothing. */
  known: Record<string, number | null>;
  /** D.Hasil as it was saved, by field; null before the first save. */
  saved: Record<string, number> | null;
}

/** What an operator wants D.Hasil of a form to be. */
export interface PlenoSave {
  /** Of the look that the figures were made on; null where there was none. */
  revision: string | null;
  /** Every figure of the form, by field. */
  figures: Record<string, number>;
  /** Why a figure is another than the target knows, by field. */
  reasons: Record<string, string>;
  /** The same for figures without a reason of their own, and why the form does not add up; null where neither is the case. */
  reason: string | null;
}

export interface PlenoSaveAnswer extends Answer {
  /** Somebody else saved the form, or what the target knows of it changed, since it was looked at: look again. */
  conflict: boolean;
  /** The target wants to be told why the form does not add up, or why a figure is another. */
  unexplained: boolean;
}

/** What a kab/kota sums up of one kecamatan and one election. */
export interface PlenoSum {
  kecamatan: string;
  election: string;
  /** The pleno is finalised or published; and published. */
  finalised: boolean;
  published: boolean;
  /** TPS in the sums. */
  tps: number;
  /** Sums by field of the form. */
  figures: Record<string, number>;
}

export interface PlenoSumsAnswer extends Answer {
  sums: PlenoSum[];
}

/** The plenary of a kecamatan on Sirekap Web. */
export interface PlenoPart {
  /** Opens it; one that is open stays as it is. */
  open(token: string, kecamatan: string): PlenoOpenAnswer;
  /** Reopens one that was finalised, as an admin of the kab/kota. Without it a target can be asked once only. */
  reopen?(token: string, kecamatan: string, reason: string): Answer;
  /** One form side by side: what is known of C.Hasil, and D.Hasil. */
  look(token: string, form: PlenoFormOf): PlenoLookAnswer;
  save(token: string, form: PlenoFormOf, save: PlenoSave): PlenoSaveAnswer;
  /** The plenary of a kecamatan that held it offline. @param file NDJSON, docs/formats.md "Pleno file" */
  importFile(token: string, kecamatan: string, file: string): Answer;
  /** From here on nothing of the kecamatan can be changed. */
  finalise(token: string, kecamatan: string): Answer;
  /** The signed D.Hasil goes up as a PDF. @param pdf ASCII */
  document(token: string, kecamatan: string, pdf: string): Answer;
  /** The result goes out. */
  publish(token: string, kecamatan: string): Answer;
  /** What a kab/kota sums up, kecamatan by kecamatan, for the audit. @param code of the kab/kota, 4 digits */
  sums?(token: string, code: string): PlenoSumsAnswer;
}
