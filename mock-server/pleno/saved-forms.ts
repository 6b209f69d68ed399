import type { Correction, SavedSource } from './events.ts';

const SOURCES: readonly SavedSource[] = ['none', 'reading', 'kpps', 'file'];

/** What stands in D.Hasil of one election at one TPS. */
export interface SavedForm {
  /** Saves of it so far; from 1. */
  revision: number;
  savedBy: string;
  /** Epoch ms. */
  savedAt: number;
  source: SavedSource;
  /** Decisions of people about C.Hasil when it was saved. */
  formRevision: number;
  /** In the order of the form. */
  figures: readonly number[];
  corrections: readonly Correction[];
  note: string | null;
}

/**
 * D.Hasil of one election in one kecamatan. Figures lie in typed arrays, two bytes each, made with the first save; only
 * corrections, which are few, are objects. Sums are kept up to date by difference.
 */
export class SavedForms {
  readonly #rows: number;
  readonly #width: number;
  #figures = new Uint16Array();
  #revisions = new Uint16Array();
  #savedAt = new Float64Array();
  #formRevisions = new Uint16Array();
  #sources = new Uint8Array();
  #savedBy = new Uint16Array();
  /** Accounts that saved, by their place in `#savedBy`: a handful, whatever the TPS. */
  readonly #accounts: string[] = [];
  readonly #corrections = new Map<number, readonly Correction[]>();
  readonly #notes = new Map<number, string>();
  readonly #sums: Float64Array;
  #saved = 0;

  /** @param rows TPS of the kecamatan @param width figures of the form */
  constructor(rows: number, width: number) {
    this.#rows = rows;
    this.#width = width;
    this.#sums = new Float64Array(width);
  }

  /** TPS that are saved. */
  get saved(): number {
    return this.#saved;
  }

  /** TPS of which a figure was corrected. */
  get corrected(): number {
    return this.#corrections.size;
  }

  /** Over all TPS that are saved, in the order of the form. */
  get sums(): readonly number[] {
    return Array.from(this.#sums);
  }

  /** 0 for a TPS that is not saved. */
  revision(row: number): number {
    return this.#revisions[row] ?? 0;
  }

  /** @param place of the figure on the form @returns null for a TPS that is not saved */
  figure(row: number, place: number): number | null {
    return this.revision(row) === 0 ? null : (this.#figures[row * this.#width + place] ?? null);
  }

  get(row: number): SavedForm | null {
    if (this.revision(row) === 0) return null;
    return {
      revision: this.revision(row),
      savedBy: this.#accounts[this.#savedBy[row] ?? 0] ?? '',
      savedAt: this.#savedAt[row] ?? 0,
      source: SOURCES[this.#sources[row] ?? 0] ?? 'none',
      formRevision: this.#formRevisions[row] ?? 0,
      figures: this.figuresOf(row),
      corrections: this.#corrections.get(row) ?? [],
      note: this.#notes.get(row) ?? null,
    };
  }

  /** The figures of a saved TPS. */
  figuresOf(row: number): readonly number[] {
    return Array.from(this.#figures.subarray(row * this.#width, (row + 1) * this.#width));
  }

  /** Puts a form in, in place of what was saved of that TPS before. */
  set(row: number, form: SavedForm): void {
    this.#makeRoom();
    if (this.revision(row) === 0) this.#saved++;
    const start = row * this.#width;
    for (let place = 0; place < this.#width; place++) {
      const figure = form.figures[place] ?? 0;
      this.#sums[place] = (this.#sums[place] ?? 0) + figure - (this.#figures[start + place] ?? 0);
      this.#figures[start + place] = figure;
    }
    this.#revisions[row] = form.revision;
    this.#savedAt[row] = form.savedAt;
    this.#formRevisions[row] = form.formRevision;
    this.#sources[row] = SOURCES.indexOf(form.source);
    this.#savedBy[row] = this.#placeOf(form.savedBy);
    if (form.corrections.length === 0) this.#corrections.delete(row);
    else this.#corrections.set(row, form.corrections);
    if (form.note === null) this.#notes.delete(row);
    else this.#notes.set(row, form.note);
  }

  /** A copy that goes its own way: the original stays as it was published. */
  copy(): SavedForms {
    const copy = new SavedForms(this.#rows, this.#width);
    for (let row = 0; row < this.#rows; row++) {
      const form = this.get(row);
      if (form) copy.set(row, form);
    }
    return copy;
  }

  #placeOf(account: string): number {
    const known = this.#accounts.indexOf(account);
    return known === -1 ? this.#accounts.push(account) - 1 : known;
  }

  #makeRoom(): void {
    if (this.#revisions.length > 0) return;
    this.#figures = new Uint16Array(this.#rows * this.#width);
    this.#revisions = new Uint16Array(this.#rows);
    this.#savedAt = new Float64Array(this.#rows);
    this.#formRevisions = new Uint16Array(this.#rows);
    this.#sources = new Uint8Array(this.#rows);
    this.#savedBy = new Uint16Array(this.#rows);
  }
}
