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

/** What a target says of itself. */
export interface HealthAnswer extends Answer {
  software: string | null;
  /** It says that it is a simulator. */
  simulator: boolean;
  /** SHA-256 of the plan.json it was started with, null where it does not say. */
  plan: string | null;
  /** What its store calls itself, for as long as it is the same store: whose uploads a read-back shows. null or missing where it does not say. */
  store?: string | null;
  /** The `Date` header of the answer, null without one. */
  date: string | null;
}

/** An upload as the target gives it back. */
export interface StoredUpload {
  key: string;
  tps: string;
  document: string;
  /** 1-based. */
  page: number;
  sha256: string;
  bytes: number;
  /** ISO 8601, the target's clock. */
  storedAt: string;
}

export interface ReadBackAnswer extends Answer {
  uploads: StoredUpload[];
  /** What the next call passes as `after`; null after the last page. */
  next: string | null;
}

/** A page or file of the published results. */
export interface PublicAnswer extends Answer {
  /** What a later call may pass to hear only of changes; null where the answer had none. */
  validator: string | null;
  /** The target said that nothing has changed since that validator (304): not a failure. */
  unchanged: boolean;
  bytes: number;
}
