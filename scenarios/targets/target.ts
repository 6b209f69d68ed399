import type { ErrorClass } from '../journal-line.ts';
import type { LinkName } from '../signal/links-file.ts';

/** How one request went, in the journal's terms; what an adapter makes of an API's answer. */
export interface Answer {
  status: number;
  /** From asking for a connection to the end of the answer; 0 where k6 measured nothing. */
  durationMs: number;
  errorClass: ErrorClass | null;
  errorCode: string | null;
  /** What it came over, or should have; missing where the run has no links. No adapter sets it. */
  link?: LinkName;
}

export interface LoginAnswer extends Answer {
  /** What later calls of the session carry; null where the login failed. */
  token: string | null;
}

export interface StatusAnswer extends Answer {
  /** The target says that every document of the TPS is there. */
  complete: boolean;
}

/** One upload, ready to be sent. */
export interface Upload {
  tps: string;
  document: string;
  page: number;
  key: string;
  /** Hex SHA-256 of the photo. */
  sha256: string;
  photoBytes: number;
}

/** A fault the run wants played, on the target's clock. */
export interface RequestedFault {
  name: string;
  type: string;
  startMs: number;
  durationMs: number;
  delayMs?: number;
  share?: number;
}

/**
 * The only place that knows an API: its paths, its messages, and what its answers mean.
 * Every call sends exactly one request and never throws for an answer, however bad.
 */
export interface Target {
  /** Name of the multipart field that carries the photo. */
  readonly photoField: string;
  login(account: { username: string; password: string }): LoginAnswer;
  /** What the account is expected to upload. */
  list(token: string): Answer;
  /** `form` is the complete multipart body, `contentType` its header. */
  upload(token: string, upload: Upload, form: Uint8Array, contentType: string): Answer;
  status(token: string, tps: string): StatusAnswer;
  /**
   * Asks the target to play faults. Optional: without it a round's server-side disturbances cannot be judged.
   * @returns whether the target agreed
   */
  disturb?(startsAt: number, faults: RequestedFault[]): boolean;
}
