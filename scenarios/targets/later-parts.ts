import type { Answer } from './answers.ts';

/** The parts of a target that no scenario drives yet. An adapter that has them can be written today. */

export interface PlenoSaveAnswer extends Answer {
  /** The TPS as it stands now; a later save names it. */
  version: string | null;
  /** Another operator saved the TPS in between, and this save was refused. */
  conflict: boolean;
}

/** The plenary of a kecamatan on Sirekap Web. */
export interface PlenoPart {
  open(token: string, kecamatan: string): Answer;
  /** @param version of the TPS that the figures were made on; null for the first save */
  saveTps(
    token: string,
    kecamatan: string,
    tps: string,
    figures: Record<string, number>,
    version: string | null,
  ): PlenoSaveAnswer;
  /** From here on nothing of the kecamatan can be changed. */
  finalise(token: string, kecamatan: string): Answer;
  /** The signed D.Hasil goes up as a PDF, and the result out. */
  publish(token: string, kecamatan: string, pdf: ArrayBuffer): Answer;
}
