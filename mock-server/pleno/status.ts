import type { PlenoStatus, PlenoTpsAnswer } from '../contract/pleno.ts';
import type { Tps } from '../directory/types.ts';
import type { FormBook } from '../forms/types.ts';
import type { StoredEvent } from '../store/types.ts';
import type { Act, Pleno } from './pleno.ts';

/** How far a pleno is. */
export function statusOf(pleno: Pleno): PlenoStatus {
  const { area, state, revision, elections, due, document } = pleno;
  return {
    kecamatan: area.code,
    name: area.name,
    state,
    revision,
    opened: shown(pleno.opened),
    finalised: shown(pleno.finalised),
    published: shown(pleno.published),
    document: document && { ...document, at: instant(document.at) },
    elections: elections.map(({ slug, election }) => {
      const { saved, corrected } = pleno.formsOf(election);
      return { election: slug, tps: { due: due[election] ?? 0, saved, corrected } };
    }),
  };
}

/** The answer to what was to happen in a pleno: 201 where it has happened now, 200 where it had before. */
export function answerOf(pleno: Pleno, event: StoredEvent | null): { code: 200 | 201; status: PlenoStatus } {
  return { code: event ? 201 : 200, status: statusOf(pleno) };
}

/** One TPS of a pleno, with the standing of each of its forms. */
export function tpsStatus(pleno: Pleno, book: FormBook, tps: Tps): PlenoTpsAnswer['tps'][number] {
  const forms = pleno.elections
    .filter((form) => form.isHeldAt(tps))
    .map(({ slug, election }) => {
      const { source, confirmedAt, revision } = book.standing(tps, election);
      const saved = pleno.saved(tps, election);
      return {
        election: slug,
        cHasil: { source, confirmedAt },
        revision: saved?.revision ?? 0,
        savedBy: saved?.savedBy ?? null,
        savedAt: saved && instant(saved.savedAt),
        corrections: saved?.corrections.length ?? 0,
        cHasilChangedSince: saved !== null && saved.formRevision !== revision,
      };
    });
  return { kode: tps.kode, forms };
}

function shown(act: Act | null): { by: string; at: string } | null {
  return act && { by: act.by, at: instant(act.at) };
}

function instant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
