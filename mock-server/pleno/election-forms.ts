import type { Directory, Tps } from '../directory/types.ts';
import { formLayout } from '../forms/form-layout.ts';

/** The form of one election, as D.Hasil has it: C.Hasil's figures, in the order in which they stand on it. */
export interface ElectionForm {
  /** The election's slug. */
  slug: string;
  /** Place among the plan's elections. */
  election: number;
  pairs: number;
  /** Ids of form/fields.ts. */
  fields: readonly string[];
  /** Place of each among `fields`. */
  places: ReadonlyMap<string, number>;
  /** Whether a document is this form. */
  isSheet(type: string): boolean;
  /** Whether the election is held at a TPS: where it has no such document, it is not. */
  isHeldAt(tps: Tps): boolean;
}

/** The forms of the plan's elections, by their place. */
export function electionForms(directory: Pick<Directory, 'elections' | 'documentProfile'>): ElectionForm[] {
  const layout = formLayout(directory);
  return directory.elections.map(({ slug, pairs }, election) => {
    const fields = layout.fields(election);
    return {
      slug,
      election,
      pairs: pairs.length,
      fields,
      places: new Map(fields.map((id, place) => [id, place])),
      isSheet: (type) => layout.electionOf(type) === election,
      isHeldAt: (tps) => layout.pages(tps, election).length > 0,
    };
  });
}
