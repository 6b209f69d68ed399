import { ApiError } from '../contract/api-error.ts';
import { LIMITS } from '../contract/limits.ts';
import type { NewPlenoEvent } from './events.ts';
import type { Pleno } from './pleno.ts';

/** A TPS that is not saved for an election. */
export interface MissingForm {
  tps: string;
  election: string;
}

/**
 * Locks a pleno once every TPS is saved for every election held there. The sums are taken from the TPS anew and go into the
 * event, so that whatever is read later can be held against them.
 * @throws ApiError PLENO_NOT_OPEN, PLENO_INCOMPLETE with what is missing
 */
export function decideFinalise(pleno: Pleno): NewPlenoEvent | null {
  if (pleno.state === 'not-opened') throw new ApiError('PLENO_NOT_OPEN');
  if (pleno.state !== 'open') return null;
  const missing = missingForms(pleno);
  if (missing.length > 0)
    throw new ApiError('PLENO_INCOMPLETE', `Missing: ${missing.length}.`, {
      missing: missing.slice(0, LIMITS.named),
      missingTotal: missing.length,
    });
  const sums = pleno.elections.map(({ slug, election }) => [slug, checkedSums(pleno, election)]);
  return { kind: 'finalised', body: { sums: Object.fromEntries(sums) } };
}

/** In order of TPS, then of election. */
export function missingForms({ area, elections, forms }: Pleno): MissingForm[] {
  return area.tps.flatMap((tps, row) =>
    elections
      .filter((form) => form.isHeldAt(tps) && forms[form.election]?.revision(row) === 0)
      .map(({ slug }) => ({ tps: tps.kode, election: slug })),
  );
}

/** Sums over the TPS. @throws Error where those that were kept up to date are others: a defect */
function checkedSums(pleno: Pleno, election: number): number[] {
  const { area, elections } = pleno;
  const forms = pleno.formsOf(election);
  const kept = forms.sums;
  const width = elections[election]?.fields.length ?? 0;
  const sums = new Array<number>(width).fill(0);
  for (let row = 0; row < area.tps.length; row++) {
    if (forms.revision(row) === 0) continue;
    for (const [place, figure] of forms.figuresOf(row).entries()) sums[place] = (sums[place] ?? 0) + figure;
  }
  if (sums.some((sum, place) => sum !== kept[place]))
    throw new Error(`the sums of ${area.code} are not those of its TPS`);
  return sums;
}
