/** The journal's lines. Without imports, so that readers need nothing of k6. */
export const JOURNAL_FORMAT_VERSION = 1;

/** What a PPK does on Sirekap Web, in the order in which it does it. */
export const PLENO_OPERATIONS = [
  'pleno-open',
  'pleno-look',
  'pleno-save',
  'pleno-import',
  'pleno-finalise',
  'pleno-document',
  'pleno-publish',
] as const;

export type PlenoOperation = (typeof PLENO_OPERATIONS)[number];

/**
 * `read`: one file of the published results. `reading`: what was read from a C.Hasil. `confirm`: the KPPS send it as right.
 * `manifest`: what of a phone's photos is there. `batch`: many uploads in one request.
 * `pleno-…`: the plenary of a kecamatan; `pleno-look` is one form side by side, `pleno-save` one form saved, `pleno-import` the file of an
 * offline one, `pleno-document` D.Hasil as PDF.
 */
export const OPERATIONS = [
  'login',
  'list',
  'upload',
  'status',
  'read',
  'reading',
  'confirm',
  'manifest',
  'batch',
  ...PLENO_OPERATIONS,
] as const;

export type Operation = (typeof OPERATIONS)[number];

/**
 * What a target says of a C.Hasil that is looked at (`reading`) or sent as right (`confirm`):
 * `incomplete` not every page is stored; `pending` a photo waits to be read; `read` its figures are there; `unreadable` a photo
 * shows no figures, which may be typed; `wrong-sheet` a photo shows another sheet; `confirmed`; `changed` something happened to it
 * since the look; `inconsistent` its figures break rules.
 */
export type FormOutcome =
  | 'incomplete'
  | 'pending'
  | 'read'
  | 'unreadable'
  | 'wrong-sheet'
  | 'confirmed'
  | 'changed'
  | 'inconsistent';

/**
 * Why an attempt failed:
 * `connection` no connection, or it broke; `timeout` the phone gave up; `rate-limited` 429; `unauthorised` 401 or 403;
 * `http-4xx`, `http-5xx` any other answer of that kind; `bad-answer` a 2xx that does not say what the contract promises,
 * e.g. an acknowledgement of other bytes than were sent.
 */
export type ErrorClass =
  | 'connection'
  | 'timeout'
  | 'rate-limited'
  | 'unauthorised'
  | 'http-4xx'
  | 'http-5xx'
  | 'bad-answer';

/** What one `manifest` or `batch` said of one upload. A wanted upload of a manifest has no such part: nothing became of it. */
export interface UploadPart {
  /** Idempotency key. */
  key: string;
  /** SHA-256 of the photo as planned and sent. */
  sha256: string;
  /** The target said that it has it. */
  acknowledged: boolean;
  errorClass: ErrorClass | null;
  errorCode: string | null;
}

/** One attempt at one operation: one request that k6 really sent. Epoch times in ms. */
export interface AttemptLine {
  v: 1;
  kind: 'attempt';
  run: string;
  phase: string;
  /** 0-based place of the session in its phase. */
  session: number;
  operation: Operation;
  /**
   * When the plan said the operation should start. The same for every attempt at it. Of a login again, which no plan has: when the
   * account was thrown out.
   */
  plannedAt: number;
  /** When this attempt was sent. */
  startedAt: number;
  /** From sending to the end of the answer, connecting included. */
  durationMs: number;
  /** Empty where nobody logs in. */
  account: string;
  tps: string | null;
  document: string | null;
  page: number | null;
  /** Idempotency key of an upload, the same for every attempt at it. */
  key: string | null;
  /** 1-based. Goes on after a login again. */
  attempt: number;
  /**
   * No further attempt at this operation follows. false also of a token that was refused, where another follows if the account gets
   * in again.
   */
  final: boolean;
  /** HTTP status, 0 where no answer came. */
  status: number;
  errorClass: ErrorClass | null;
  /** The target's error code, or k6's. */
  errorCode: string | null;
  /** Bytes of the photo, 0 for other operations. */
  bytes: number;
  /** SHA-256 of the photo as planned and sent. */
  sha256: string | null;
  /** The target said that it has it (uploads), or that it worked (others). */
  acknowledged: boolean;
  /** The answer of `status` says that every document of the TPS is there. */
  complete?: boolean;
  /** read: 0-based place of the file in its visit. pleno: 0-based place among the operations of its kind in its session. */
  step?: number;
  /** read: the file's path. */
  path?: string;
  /** login: with a refresh token in place of the password. */
  refresh?: true;
  /** manifest, batch: 0-based exchange of a phone that was offline (`workloads/offline-schedule.ts`); of a batch its place in it. */
  exchange?: number;
  batch?: number;
  /** manifest, batch: every upload of which the request decided anything, each an attempt at that upload. */
  parts?: UploadPart[];
  /** reading, confirm: 0-based look at the form (`workloads/confirm-schedule.ts`), in which its planned time follows. */
  look?: number;
  /** reading, confirm: what the target said; null where the attempt failed. */
  outcome?: FormOutcome | null;
  /** confirm, pleno-save: figures that are sent otherwise than the target knows them. */
  corrected?: number;
  /** confirm: rules that the paper breaks all the same. */
  despite?: number;
  /** pleno: code of the kecamatan that holds it. */
  kecamatan?: string;
  /** pleno-look, pleno-save: `TPS/election`. */
  form?: string;
  /**
   * What it went over: `good` straight to the target, `none` no signal, else a bad link of `fixtures/signal/links.json`.
   * Missing where the run played no links.
   */
  link?: string;
}

/** Written by the first session of a phase that starts. */
export interface PhaseLine {
  v: 1;
  kind: 'phase';
  run: string;
  phase: string;
  /** Epoch ms of plan second 0 of this phase. */
  startedAt: number;
  /** Sessions planned. */
  count: number;
}

/**
 * A disturbance that the run asked the target for, or one of the signal that it plays itself. Of those of the signal a second
 * line of the same name follows when it is over: it replaces the first, and its times are when it really began and ended.
 */
export interface DisturbanceLine {
  v: 1;
  kind: 'disturbance';
  run: string;
  name: string;
  type: string;
  /** Epoch ms. */
  startsAt: number;
  endsAt: number;
  /** Whether the target agreed to play it, or the links to it were really changed. */
  accepted: boolean;
  /** Of the signal: whose phones, by the kecamatan from which they send. */
  kecamatan?: string;
  /** signal-weak: the link they had meanwhile. */
  link?: string;
}

/**
 * k6 has stopped: written by each session that it cut short, and by a breakpoint after the last. The earliest is when it stopped.
 */
export interface EndLine {
  v: 1;
  kind: 'end';
  run: string;
  /** Epoch ms. */
  at: number;
}

/** A session of a breakpoint has started. Its first request may be under way when k6 stops, and then has no line of its own. */
export interface StartLine {
  v: 1;
  kind: 'start';
  run: string;
  phase: string;
  session: number;
  /** Epoch ms. */
  at: number;
}

export type JournalLine = AttemptLine | PhaseLine | DisturbanceLine | StartLine | EndLine;
