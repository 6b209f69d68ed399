import { formFields, pageOfSection } from '../../fixtures/form/fields.ts';
import type { Directory, DocumentPage, Tps } from '../directory/types.ts';

/** One page of C.Hasil. */
export interface FormPage {
  /** Place among the pages of the TPS. */
  index: number;
  /** 1-based. */
  page: number;
  /** Ids (fixtures/form/fields.ts) of the figures on it, from top to bottom. */
  fields: readonly string[];
}

/** Where the figures of each election's C.Hasil stand. Elections by their place in the plan. */
export interface FormLayout {
  /** The election whose C.Hasil a document is; -1 for other documents. */
  electionOf(type: string): number;
  /** The document that is an election's C.Hasil; null where the plan has none. */
  typeOf(election: number): string | null;
  /** Every figure of the form. */
  fields(election: number): readonly string[];
  /** Pages of the form at a TPS; empty where it has none. */
  pages(tps: Tps, election: number): readonly FormPage[];
  /** The page on which a figure stands; null where there is none. */
  pageOf(tps: Tps, election: number, field: string): FormPage | null;
}

export function formLayout({
  elections,
  documentProfile,
}: Pick<Directory, 'elections' | 'documentProfile'>): FormLayout {
  const types = elections.map(
    ({ slug }) =>
      documentProfile.find(({ form, election }) => form === 'c-hasil' && election === slug)?.type ?? null,
  );
  const places = new Map(types.flatMap((type, election) => (type === null ? [] : [[type, election]])));
  const figures = elections.map(({ pairs }) => formFields(pairs.length));
  const ids = figures.map((fields) => fields.map(({ id }) => id));
  /** TPS with the same documents share one array of pages. */
  const known = new Map<readonly DocumentPage[], FormPage[][]>();

  function lay(pages: readonly DocumentPage[]): FormPage[][] {
    return types.map((wanted, election) => {
      const own = pages.flatMap(({ type, page }, index) => (type === wanted ? [{ index, page }] : []));
      return own.map(({ index, page }) => {
        const here = (figures[election] ?? []).filter(
          ({ section }) => pageOfSection(section, own.length) === page,
        );
        return { index, page, fields: here.map(({ id }) => id) };
      });
    });
  }

  function pagesOf({ pages }: Tps, election: number): readonly FormPage[] {
    let laid = known.get(pages);
    if (!laid) {
      laid = lay(pages);
      known.set(pages, laid);
    }
    return laid[election] ?? [];
  }

  return {
    electionOf: (type) => places.get(type) ?? -1,
    typeOf: (election) => types[election] ?? null,
    fields: (election) => ids[election] ?? [],
    pages: pagesOf,
    pageOf: (tps, election, field) =>
      pagesOf(tps, election).find(({ fields }) => fields.includes(field)) ?? null,
  };
}
