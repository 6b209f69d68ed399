import type { Answer } from './answers.ts';

/** The parts of a target that no scenario drives yet. An adapter that has them can be written today. */

/** One document of a TPS. */
export interface DocumentOfTps {
  tps: string;
  document: string;
}

export interface ReadingAnswer extends Answer {
  /** What the target read off the photo, by field of the form, null for what it could not read; null while it still reads. */
  fields: Record<string, number | null> | null;
}

/** KPPS compare what the target read with the form, correct it, and confirm. */
export interface ConfirmPart {
  reading(token: string, of: DocumentOfTps): ReadingAnswer;
  correct(token: string, of: DocumentOfTps, fields: Record<string, number>): Answer;
  confirm(token: string, of: DocumentOfTps): Answer;
}
