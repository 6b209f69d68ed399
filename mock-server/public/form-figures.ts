import { type FormField, formFields } from '../../fixtures/form/fields.ts';
import { numberIn } from '../../fixtures/form/written-figures.ts';
import type { MistakeKind, Plan, PlannedTps } from '../../fixtures/plan/types.ts';

type FiguresPlan = Pick<Plan, 'elections' | 'mistakes' | 'counts'>;

/** Of a figure that is on no form; figures have three boxes, so none is as large. */
const NOTHING = 0xffff;

/**
 * What is written on the C.Hasil of every TPS: the truth, except where a mistake that the plan's photos carry
 * (`mistakes[].carried`) wrote other digits. Two bytes a figure, so that the nation's 435,296 TPS take some 30 MB.
 */
export class FormFigures {
  /** Ids of form/fields.ts that are kept, by election, each with its place in a row. */
  readonly #places: ReadonlyMap<string, number>[];
  readonly #fields: { place: number; value: FormField['value'] }[][] = [];
  readonly #bySlug: ReadonlyMap<string, number>;
  readonly #carried: ReadonlySet<MistakeKind>;
  readonly #width: number;
  #figures: Uint16Array;
  /** Figures written otherwise than counted; null where no digit stands. */
  readonly #written = new Map<number, number | null>();
  /** Figures written so that they read as others. */
  readonly #misleading = new Map<number, number>();
  #rows = 0;

  constructor({ elections, mistakes, counts }: FiguresPlan) {
    let width = 0;
    const shared = new Map<string, number>();
    this.#places = elections.map(({ pairs }) => {
      const places = new Map<string, number>();
      const fields: { place: number; value: FormField['value'] }[] = [];
      for (const { id, section, value } of formFields(pairs.length)) {
        // The voters of a TPS are the same on the forms of all its elections.
        const place = shared.get(id) ?? width++;
        if (section === 'voters') shared.set(id, place);
        places.set(id, place);
        fields.push({ place, value });
      }
      this.#fields.push(fields);
      return places;
    });
    this.#width = width;
    this.#bySlug = new Map(elections.map(({ slug }, e) => [slug, e]));
    this.#carried = new Set(mistakes.filter(({ carried }) => carried).map(({ kind }) => kind));
    this.#figures = new Uint16Array(counts.tps * width);
  }

  /** Keeps the forms of one TPS. @returns its row */
  add({ voters, contests, mistakes }: Pick<PlannedTps, 'voters' | 'contests' | 'mistakes'>): number {
    const row = this.#rows++;
    const start = row * this.#width;
    this.#makeRoom(start + this.#width);
    this.#figures.fill(NOTHING, start, start + this.#width);
    for (const contest of contests) {
      const fields = this.#fields[this.#bySlug.get(contest.election) ?? -1] ?? [];
      for (const { place, value } of fields) this.#figures[start + place] = value(voters, contest) ?? NOTHING;
    }
    for (const { kind, figure } of mistakes) {
      if (!figure || !this.#carried.has(kind)) continue;
      const election = this.#bySlug.get(figure.election) ?? -1;
      if (!this.#places[election]?.has(figure.field)) continue;
      const key = this.#writtenKey(row, election, figure.field);
      if (figure.readAs !== undefined) this.#misleading.set(key, figure.readAs);
      const value = numberIn(figure.boxes);
      if (value !== figure.truth) this.#written.set(key, value);
    }
    return row;
  }

  /** The figure as written, null where none is. @param election place among the plan's elections */
  figure(row: number, election: number, field: string): number | null {
    const place = this.#places[election]?.get(field);
    if (place === undefined) return null;
    const written = this.#written.get(this.#writtenKey(row, election, field));
    if (written !== undefined) return written;
    const value = this.#figures[row * this.#width + place] ?? NOTHING;
    return value === NOTHING ? null : value;
  }

  /** What a reader takes the figure for, where it is written misleadingly; null where it is not. */
  misleading(row: number, election: number, field: string): number | null {
    if (this.#misleading.size === 0) return null;
    return this.#misleading.get(this.#writtenKey(row, election, field)) ?? null;
  }

  /** Share of all figures that are written misleadingly, 0..1. */
  get misleadingShare(): number {
    const perRow = this.#fields.reduce((sum, fields) => sum + fields.length, 0);
    return this.#rows === 0 || perRow === 0 ? 0 : this.#misleading.size / (this.#rows * perRow);
  }

  /** By election too: a figure of the voters may be wrong on the form of one election only. */
  #writtenKey(row: number, election: number, field: string): number {
    const place = this.#places[election]?.get(field) ?? 0;
    return (row * this.#places.length + election) * this.#width + place;
  }

  #makeRoom(length: number): void {
    if (length <= this.#figures.length) return;
    const larger = new Uint16Array(Math.max(length, this.#figures.length * 2));
    larger.set(this.#figures);
    this.#figures = larger;
  }
}
