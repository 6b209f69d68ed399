import type { FormOutcome } from '../journal-line.ts';
import type { Answer } from './answers.ts';

/** One C.Hasil of a TPS. */
export interface FormOfTps {
  tps: string;
  /** Slug of the document type. */
  document: string;
}

export interface ReadingAnswer extends Answer {
  /** Where the form stands; null where the answer does not say, and only then has it an error class. */
  outcome: Exclude<FormOutcome, 'confirmed' | 'changed' | 'inconsistent'> | null;
  /** What a confirmation must name, so that nothing is confirmed that has changed meanwhile; null where the API has none. */
  revision: number | string | null;
  /** What was read, by field of the form (`fixtures/form/fields.ts`), null where no digit was seen. */
  figures: Record<string, number | null>;
}

/** What the KPPS say of a form. */
export interface Confirmation {
  /** That of the reading with which the paper was compared. */
  revision: ReadingAnswer['revision'];
  /** The figures that stand otherwise on the paper than they were read, and no others; null for a box that is blank there. */
  figures: Record<string, number | null>;
  /** Codes of the rules that the paper itself breaks, as an earlier answer named them. */
  despite: readonly string[];
}

export interface ConfirmAnswer extends Answer {
  /**
   * What became of it. An answer that refuses as the contract says, and tells the KPPS what to do, is no failure: it has an
   * outcome and no error class. null where the answer says nothing of the kind.
   */
  outcome: Exclude<FormOutcome, 'read' | 'unreadable'> | null;
  /** inconsistent: codes of the rules that the figures break. Else empty. */
  findings: readonly string[];
}

/** KPPS compare what the target read with the paper, and send it as right. */
export interface ConfirmPart {
  reading(token: string, of: FormOfTps): ReadingAnswer;
  /**
   * Makes the figures that were read those of the form, but for the ones that are sent. The same confirmation again must be
   * answered like the first; a confirmation on another revision than the latest must not be taken.
   */
  confirm(token: string, of: FormOfTps, confirmation: Confirmation): ConfirmAnswer;
}
