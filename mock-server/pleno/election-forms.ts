import { formFields } from '../../fixtures/form/fields.ts';
import type { Directory, Tps } from '../directory/types.ts';

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
export function electionForms({
  elections,
  documentProfile,
}: Pick<Directory, 'elections' | 'documentProfile'>): ElectionForm[] {
  return elections.map(({ slug, pairs }, election) => {
    const fields = formFields(pairs.length).map(({ id }) => id);
    const sheet = documentProfile.find((each) => each.form === 'c-hasil' && each.election === slug)?.type;
    return {
      slug,
      election,
      pairs: pairs.length,
      fields,
      places: new Map(fields.map((id, place) => [id, place])),
      isSheet: (type) => type === sheet,
      isHeldAt: ({ pages }) => pages.some(({ type }) => type === sheet),
    };
  });
}
