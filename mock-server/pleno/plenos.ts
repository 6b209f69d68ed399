import { ApiError } from '../contract/api-error.ts';
import type { Directory } from '../directory/types.ts';
import { recordEvent } from '../store/record-event.ts';
import type { StoredEvent, UploadStore } from '../store/types.ts';
import { type ElectionForm, electionForms } from './election-forms.ts';
import { type NewPlenoEvent, PLENO_SUBJECT, plenoSubject } from './events.ts';
import { Pleno, type PlenoState, type PublishedPleno } from './pleno.ts';
import { createTurns } from './turns.ts';

/** What plenos have published, for the public pages. */
export interface PublishedPlenos {
  /** By code of the kecamatan, as it is now. */
  now(): ReadonlyMap<string, PublishedPleno>;
  /** Calls the listener before what is published changes. */
  beforeChange(listener: () => void): void;
}

/**
 * Looks at a pleno as it stands and says what is to happen in it; null where that has happened already. Called anew when
 * something else has happened meanwhile.
 * @throws ApiError where it may not happen
 */
export type Decide = (pleno: Pleno) => NewPlenoEvent | null | Promise<NewPlenoEvent | null>;

/** The plenos of all kecamatan of the plan. */
export interface Plenos {
  elections: readonly ElectionForm[];
  /** Undefined where the plan has no such kecamatan. */
  of(kecamatan: string): Pleno | undefined;
  /**
   * Makes what is decided durable, one thing after the other in each kecamatan; of what two servers decide at once the
   * store takes one, and the other is decided anew.
   * @param render reads the answer while nothing else has happened in that kecamatan
   * @throws ApiError STORE_FULL, STORE_FAILED, and those of `decide`
   */
  change<Answer>(
    kecamatan: string,
    account: string,
    decide: Decide,
    render: (pleno: Pleno, event: StoredEvent | null) => Answer,
  ): Promise<Answer>;
  /** Everything that happened in a pleno, in order. */
  eventsOf(kecamatan: string): Promise<StoredEvent[]>;
  /** Takes in an event of the store, at the start. */
  replay(event: StoredEvent): void;
  /** Plenos in each state. */
  states(): Record<PlenoState, number>;
  published: PublishedPlenos;
}

/** @param store events of every pleno come back from it by {@link Plenos.replay} */
export function createPlenos(
  directory: Pick<Directory, 'kecamatan' | 'elections' | 'documentProfile' | 'tpsBelow'>,
  store: Pick<UploadStore, 'append' | 'eventsOf'>,
): Plenos {
  const elections = electionForms(directory);
  const names = new Map(directory.kecamatan.map(({ code, name }) => [code, name]));
  const plenos = new Map<string, Pleno>();
  const published = new Map<string, PublishedPleno>();
  const listeners: (() => void)[] = [];
  /** Kecamatan with an event that may be on disk although the store could not say so. */
  const unsure = new Set<string>();
  const inTurn = createTurns();

  function of(code: string): Pleno | undefined {
    const known = plenos.get(code);
    const name = names.get(code);
    if (known || name === undefined) return known;
    const tps = directory.tpsBelow(code, undefined, Number.POSITIVE_INFINITY);
    const pleno = new Pleno({ code, name, tps }, elections);
    plenos.set(code, pleno);
    return pleno;
  }

  function take(pleno: Pleno, event: StoredEvent): void {
    const { code } = pleno.area;
    const before = pleno.state === 'published';
    pleno.apply(event);
    const after = pleno.state === 'published';
    if (before === after) return;
    for (const listener of listeners) listener();
    const result = after ? pleno.result() : null;
    if (result) published.set(code, result);
    else published.delete(code);
  }

  async function catchUp(pleno: Pleno): Promise<void> {
    const { code } = pleno.area;
    for (const event of await store.eventsOf(plenoSubject(code))) take(pleno, event);
    unsure.delete(code);
  }

  async function append(pleno: Pleno, account: string, event: NewPlenoEvent): Promise<StoredEvent | null> {
    const { code } = pleno.area;
    try {
      const subject = plenoSubject(code);
      const stored = await recordEvent(store, { ...event, subject, account, revision: pleno.revision + 1 });
      take(pleno, stored);
      return stored;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === 'STORE_FULL') throw error;
      unsure.add(code);
      if (error.code !== 'CHANGED_MEANWHILE') throw error;
      return null;
    }
  }

  return {
    elections,
    of,
    change: (code, account, decide, render) =>
      inTurn(code, async () => {
        const pleno = of(code);
        if (!pleno) throw new ApiError('AREA_UNKNOWN');
        for (;;) {
          if (unsure.has(code)) await catchUp(pleno);
          const wanted = await decide(pleno);
          if (wanted === null) return render(pleno, null);
          const stored = await append(pleno, account, wanted);
          if (stored) return render(pleno, stored);
        }
      }),
    eventsOf: (code) => store.eventsOf(plenoSubject(code)),
    replay: (event) => {
      const pleno = of(event.subject.slice(PLENO_SUBJECT.length));
      if (pleno) take(pleno, event);
    },
    states: () => {
      const count: Record<PlenoState, number> = {
        'not-opened': names.size,
        open: 0,
        finalised: 0,
        published: 0,
      };
      for (const { state } of plenos.values()) {
        count['not-opened']--;
        count[state]++;
      }
      return count;
    },
    published: {
      now: () => published,
      beforeChange: (listener) => {
        listeners.push(listener);
      },
    },
  };
}
