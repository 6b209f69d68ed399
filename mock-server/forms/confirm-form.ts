import { ApiError } from '../contract/api-error.ts';
import type { ConfirmRequest, HistoryEntry } from '../contract/form.ts';
import type { Progress } from '../directory/progress.ts';
import type { Account, Directory, Tps } from '../directory/types.ts';
import { recordEvent } from '../store/record-event.ts';
import type { StoredEvent, UploadStore } from '../store/types.ts';
import { type ConfirmedBody, formSubject, isConfirmation } from './form-event.ts';
import { documentHistory } from './form-history.ts';
import type { FormRecords } from './types.ts';
import { type Finding, validateForm } from './validate-form.ts';

export type Confirmed = StoredEvent & { body: ConfirmedBody };

/** What became of a confirmation; nothing was decided unless it is `confirmed`. */
export type ConfirmResult =
  | { outcome: 'confirmed'; event: Confirmed }
  | { outcome: 'stale'; changes: HistoryEntry[] }
  | { outcome: 'inconsistent'; findings: Finding[] };

interface ConfirmOptions {
  directory: Directory;
  progress: Progress;
  book: FormRecords;
  store: UploadStore;
}

export interface FormDecisions {
  /**
   * Makes the figures of a form those that the KPPS say are right: as read, but for the ones they send. Durable when it
   * resolves. The same confirmation again finds the first.
   * @throws ApiError FIGURE_UNKNOWN, PAGES_MISSING, READING_PENDING, SHEET_WRONG, STORE_FULL, STORE_FAILED
   */
  confirm(account: Account, tps: Tps, election: number, request: ConfirmRequest): Promise<ConfirmResult>;
  /** The latest confirmation of a form; null before. */
  latest(tps: Tps, election: number): Promise<Confirmed | null>;
  /** The rules that the figures as read break. */
  findings(tps: Tps, election: number): Finding[];
}

export function createFormDecisions({ directory, progress, book, store }: ConfirmOptions): FormDecisions {
  const { layout } = book;
  const typeOf = (election: number) => layout.typeOf(election) ?? '';
  const pairsOf = (election: number) => directory.elections[election]?.pairs.length ?? 0;

  function validate(tps: Tps, election: number, corrected: ConfirmRequest['figures']): Finding[] {
    const figure = (id: string) =>
      Object.hasOwn(corrected, id) ? (corrected[id] ?? null) : book.reading(tps, election, id);
    const isReadable = (id: string) => {
      const page = layout.pageOf(tps, election, id);
      return Object.hasOwn(corrected, id) || (page !== null && book.pageState(tps, page.index) === 'read');
    };
    return validateForm(pairsOf(election), figure, isReadable);
  }

  async function confirmations(tps: Tps, election: number): Promise<Confirmed[]> {
    return (await store.eventsOf(formSubject(tps.kode, typeOf(election)))).filter(isConfirmation);
  }

  /** @throws ApiError FIGURE_UNKNOWN, PAGES_MISSING, READING_PENDING, SHEET_WRONG */
  function check(tps: Tps, election: number, { figures }: ConfirmRequest): void {
    const unknown = Object.keys(figures).filter((id) => !layout.fields(election).includes(id));
    if (unknown.length > 0) throw new ApiError('FIGURE_UNKNOWN', `${unknown.join(', ')}.`);
    const states = layout.pages(tps, election).map(({ index }) => book.pageState(tps, index));
    if (states.length === 0 || states.includes('none')) throw new ApiError('PAGES_MISSING');
    if (states.includes('pending')) throw new ApiError('READING_PENDING');
    if (states.includes('wrong-sheet')) throw new ApiError('SHEET_WRONG');
  }

  async function bodyOf(tps: Tps, election: number, request: ConfirmRequest): Promise<ConfirmedBody> {
    const { figures: corrected, despite = [], revision } = request;
    const fields = layout.fields(election);
    const readings = fields.map((id) => book.reading(tps, election, id));
    const numbers = layout.pages(tps, election).map(({ index, page }) => {
      return { page, number: progress.photo(tps, index) };
    });
    const stored = await store.pagesOf(tps.kode);
    const type = typeOf(election);
    return {
      comparedRevision: revision,
      figures: fields.map((id, i) =>
        Object.hasOwn(corrected, id) ? (corrected[id] ?? null) : (readings[i] ?? null),
      ),
      readings,
      corrected,
      despite: [...new Set(despite)].toSorted(),
      photos: numbers.map(({ page, number }) => {
        const of = stored.find((each) => each.document === type && each.page === page);
        return { page, number, sha256: of?.sha256 ?? '' };
      }),
    };
  }

  /** What somebody else did meanwhile, or that this very confirmation came before. */
  async function meanwhile(
    account: Account,
    tps: Tps,
    election: number,
    request: ConfirmRequest,
  ): Promise<ConfirmResult> {
    const same = (await confirmations(tps, election)).find((event) => isSame(event, account, request));
    if (same) return { outcome: 'confirmed', event: same };
    const history = await documentHistory(store, layout, tps, typeOf(election));
    return { outcome: 'stale', changes: history.slice(request.revision) };
  }

  return {
    confirm: async (account, tps, election, request) => {
      if (request.revision !== book.revision(tps, election))
        return meanwhile(account, tps, election, request);
      check(tps, election, request);
      const findings = validate(tps, election, request.figures);
      if (!isNamed(findings, request.despite ?? [])) return { outcome: 'inconsistent', findings };
      const subject = formSubject(tps.kode, typeOf(election));
      const decision = book.standing(tps, election).revision + 1;
      const body = await bodyOf(tps, election, request);
      let event: StoredEvent;
      try {
        const { username } = account;
        event = await recordEvent(store, {
          subject,
          revision: decision,
          kind: 'confirmed',
          account: username,
          body,
        });
      } catch (error) {
        if ((error as { code?: string }).code !== 'CHANGED_MEANWHILE') throw error;
        return meanwhile(account, tps, election, request);
      }
      book.apply(event);
      return { outcome: 'confirmed', event: event as Confirmed };
    },
    latest: async (tps, election) => {
      if (book.standing(tps, election).revision === 0) return null;
      return (await confirmations(tps, election)).at(-1) ?? null;
    },
    findings: (tps, election) => validate(tps, election, {}),
  };
}

/** Whether those rules and no others were named. */
function isNamed(findings: readonly Finding[], despite: readonly string[]): boolean {
  return findings.length === new Set(despite).size && findings.every(({ code }) => despite.includes(code));
}

function isSame(
  event: Confirmed,
  account: Account,
  { revision, figures, despite = [] }: ConfirmRequest,
): boolean {
  const { comparedRevision, corrected, despite: named } = event.body;
  const ids = Object.keys(figures);
  return (
    event.account === account.username &&
    comparedRevision === revision &&
    ids.length === Object.keys(corrected).length &&
    ids.every((id) => Object.hasOwn(corrected, id) && corrected[id] === figures[id]) &&
    [...new Set(despite)].toSorted().join() === named.join()
  );
}
