import { writtenFigures } from '../fixtures/form/written-figures.ts';
import type { MistakeKind, Plan, PlannedTps } from '../fixtures/plan/types.ts';

/** What of a plan says how its C.Hasil are filled in. */
export interface FormPlan {
  /** Each C.Hasil of the document profile, in its order. */
  forms: { document: string; election: string; pairs: number }[];
  /** Kinds of mistakes that the plan's photos show. */
  carried: MistakeKind[];
}

/** A C.Hasil of a TPS as it lies on the table of its KPPS. */
export interface SessionForm {
  document: string;
  pairs: number;
  /** In the order of the form's fields, null where nothing stands. */
  figures: (number | null)[];
  /** No page of it was photographed from another sheet: it can be confirmed. */
  sheetsRight: boolean;
}

/** The part of a plan that says how its C.Hasil are filled in. */
export function formPlanOf({
  documentProfile,
  elections,
  mistakes,
}: Pick<Plan, 'documentProfile' | 'elections' | 'mistakes'>): FormPlan {
  return {
    forms: documentProfile
      .filter(({ form }) => form === 'c-hasil')
      .map(({ type, election }) => ({
        document: type,
        election: election ?? '',
        pairs: elections.find(({ slug }) => slug === election)?.pairs.length ?? 0,
      })),
    carried: mistakes.filter(({ carried }) => carried).map(({ kind }) => kind),
  };
}

/** The forms of one TPS, in the order of its documents. */
export function formsOf(tps: PlannedTps, { forms, carried }: FormPlan): SessionForm[] {
  const made: SessionForm[] = [];
  for (const { type, photos = [] } of tps.documents) {
    const form = forms.find(({ document }) => document === type);
    if (form === undefined || photos.length === 0) continue;
    made.push({
      document: type,
      pairs: form.pairs,
      figures: writtenFigures(tps, form.election, form.pairs, carried),
      sheetsRight: !tps.mistakes.some(
        ({ kind, document, instead }) => document === type && instead !== undefined && carried.includes(kind),
      ),
    });
  }
  return made;
}
