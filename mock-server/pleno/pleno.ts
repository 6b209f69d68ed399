import type { Tps } from '../directory/types.ts';
import type { StoredEvent } from '../store/types.ts';
import type { ElectionForm } from './election-forms.ts';
import type { FormEntry, PlenoEventKind, PlenoEvents } from './events.ts';
import { type SavedForm, SavedForms } from './saved-forms.ts';

export const PLENO_STATES = ['not-opened', 'open', 'finalised', 'published'] as const;
export type PlenoState = (typeof PLENO_STATES)[number];

/** Who did something, and when. */
export interface Act {
  by: string;
  /** Epoch ms. */
  at: number;
}

/** D.Hasil as PDF: what is known of it. */
export interface PlenoDocument extends Act {
  sha256: string;
  bytes: number;
}

/** What a pleno has published; nothing changes it afterwards. */
export interface PublishedPleno {
  kecamatan: string;
  finalisedAt: number;
  document: Pick<PlenoDocument, 'sha256' | 'bytes'>;
  /** By place of the election. */
  forms: readonly SavedForms[];
}

export interface PlenoArea {
  code: string;
  name: string;
  /** In order of code; they lie side by side in the directory. */
  tps: readonly Tps[];
}

/**
 * The plenary of one kecamatan: what follows from its events, in order. The store's revision makes sure that each of them
 * was decided with every earlier one known, so nothing is checked again here.
 */
export class Pleno {
  readonly area: PlenoArea;
  readonly elections: readonly ElectionForm[];
  /** TPS at which each election is held. */
  readonly due: readonly number[];
  #forms: SavedForms[];
  #revision = 0;
  #opened: Act | null = null;
  #finalised: Act | null = null;
  #published: Act | null = null;
  #document: PlenoDocument | null = null;
  /** Digest of the file that was imported last. */
  #file: string | null = null;

  constructor(area: PlenoArea, elections: readonly ElectionForm[]) {
    this.area = area;
    this.elections = elections;
    this.due = elections.map((form) => area.tps.filter(form.isHeldAt).length);
    this.#forms = elections.map(({ fields }) => new SavedForms(area.tps.length, fields.length));
  }

  get state(): PlenoState {
    if (this.#published) return 'published';
    if (this.#finalised) return 'finalised';
    return this.#opened ? 'open' : 'not-opened';
  }

  /** Events so far. */
  get revision(): number {
    return this.#revision;
  }

  get opened(): Act | null {
    return this.#opened;
  }

  get finalised(): Act | null {
    return this.#finalised;
  }

  get published(): Act | null {
    return this.#published;
  }

  get document(): PlenoDocument | null {
    return this.#document;
  }

  get importedFile(): string | null {
    return this.#file;
  }

  /** By place of the election. */
  get forms(): readonly SavedForms[] {
    return this.#forms;
  }

  formsOf(election: number): SavedForms {
    return this.#forms[election] as SavedForms;
  }

  /** The form of a TPS, null where it is not saved. */
  saved(tps: Tps, election: number): SavedForm | null {
    return this.formsOf(election).get(this.row(tps));
  }

  /** Place of a TPS in the kecamatan. */
  row(tps: Tps): number {
    return tps.index - (this.area.tps[0]?.index ?? 0);
  }

  /** What is to be published, or was: null before it is finalised and has its document. */
  result(): PublishedPleno | null {
    if (!this.#finalised || !this.#document) return null;
    const { sha256, bytes } = this.#document;
    return {
      kecamatan: this.area.code,
      finalisedAt: this.#finalised.at,
      document: { sha256, bytes },
      forms: this.#forms,
    };
  }

  /** Takes in an event; one that it knows already changes nothing. */
  apply({ revision, kind, account, body, storedAt }: StoredEvent): void {
    if (revision <= this.#revision) return;
    this.#revision = revision;
    const act = { by: account, at: Date.parse(storedAt) };
    this.#take[kind as PlenoEventKind]?.(body as never, act);
  }

  readonly #take: { [Kind in PlenoEventKind]: (body: PlenoEvents[Kind], act: Act) => void } = {
    opened: (_, act) => {
      this.#opened = act;
    },
    saved: (body, { by, at }) => {
      this.#set(body, { savedBy: by, savedAt: at, source: body.source });
    },
    imported: ({ sha256, forms }, act) => {
      this.#opened ??= act;
      this.#file = sha256;
      for (const form of forms) this.#set(form, { savedBy: form.savedBy, savedAt: act.at, source: 'file' });
    },
    finalised: (_, act) => {
      this.#finalised = act;
    },
    reopened: () => {
      // What was published stays with its readers as it was; the work goes on in a copy.
      if (this.#published) this.#forms = this.#forms.map((forms) => forms.copy());
      this.#finalised = null;
      this.#published = null;
      this.#document = null;
    },
    document: (body, act) => {
      this.#document = { ...body, ...act };
    },
    published: (_, act) => {
      this.#published = act;
    },
  };

  /** Leaves out what a store of another plan knows and this plan does not. */
  #set({ tps, election, ...entry }: FormEntry, how: Pick<SavedForm, 'savedBy' | 'savedAt' | 'source'>): void {
    const form = this.elections.find(({ slug }) => slug === election);
    const row = this.area.tps.findIndex(({ kode }) => kode === tps);
    if (!form || row === -1 || entry.figures.length !== form.fields.length) return;
    const forms = this.formsOf(form.election);
    forms.set(row, { ...entry, ...how, revision: forms.revision(row) + 1 });
  }
}
