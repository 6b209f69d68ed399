import type { RefinedResponse, ResponseType } from 'k6/http';
import type {
  Answer,
  HealthAnswer,
  LoginAnswer,
  PublicAnswer,
  ReadBackAnswer,
  StatusAnswer,
} from './answers.ts';
import type { ConfirmPart } from './confirm-part.ts';
import type { OfflinePart } from './offline-part.ts';
import type { PlenoPart } from './pleno-part.ts';
import type { Upload, UploadBody } from './upload.ts';

export type * from './answers.ts';
export type * from './confirm-part.ts';
export type * from './offline-part.ts';
export type * from './pleno-part.ts';
export type * from './upload.ts';

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
 * Every call sends exactly one request and never throws for an answer, however bad. Methods with a question mark are optional;
 * `parts.ts` says what cannot be judged without each.
 */
export interface Target {
  /** Name of the multipart field that carries the photo. */
  readonly photoField: string;
  login(account: { username: string; password: string }): LoginAnswer;
  /** What the account is expected to upload. */
  list(token: string): Answer;
  /**
   * Submits one page of one document. Repeated under the same key it must be stored once and acknowledged as the first time.
   * @param form the complete multipart body, `contentType` its header
   */
  upload(token: string, upload: Upload, form: UploadBody, contentType: string): Answer;
  /** The same upload sent twice at once, as by a double tap. Optional: without it double taps cannot be played. */
  uploadTwice?(token: string, upload: Upload, form: UploadBody, contentType: string): [Answer, Answer];
  status(token: string, tps: string): StatusAnswer;
  /** Who the target is. Needs no login. */
  health?(): HealthAnswer;
  /** What the target has stored under one run's keys, a page at a time. @param after null for the first page */
  readBack?(token: string, run: string, after: string | null): ReadBackAnswer;
  /**
   * A published result, without login.
   * @param path below the base URL, from `/`; `publicEntry` is where a reader begins
   */
  publicRead?(path: string, validator: string | null): PublicAnswer;
  readonly publicEntry?: string;
  /** A new token for the refresh token of a login. Without it a phone whose token has expired logs in again. */
  refresh?(refreshToken: string): LoginAnswer;
  /** For phones that were offline. Without it the flow `kpps-offline` is refused. */
  readonly offline?: OfflinePart;
  /** KPPS compare what was read with the paper and confirm it. Without it the flows that confirm are refused. */
  readonly confirm?: ConfirmPart;
  readonly pleno?: PlenoPart;
  /**
   * Asks the target to play faults.
   * @returns whether the target agreed
   */
  disturb?(startsAt: number, faults: RequestedFault[]): boolean;
}

/** What an adapter is given to open a target with. */
export interface AdapterContext {
  /** Scheme, host and port of the target, without a trailing slash. */
  baseUrl: string;
  /** After so long a phone gives up: the `timeout` of every request. */
  requestTimeoutMs: number;
  /** What every request carries as well: the target's Host where `baseUrl` has the port of a bad link. Else empty. */
  headers: Record<string, string>;
  /** Reads a k6 response in the journal's terms: status, duration, class of failure. */
  answerOf(response: RefinedResponse<ResponseType | undefined>): Answer;
  /** Turns a success into a `bad-answer` unless the answer says what was promised. */
  unless(promiseKept: boolean, answer: Answer): Answer;
}

/** What a file for `--adapter` exports as `adapter`. */
export interface Adapter {
  /** Stands in run.json and in the report: small letters, digits and dashes. */
  readonly name: string;
  /** Called once a VU, and once more for each link of a run with bad links, in k6's init stage, where nothing can be sent. */
  open(context: AdapterContext): Target;
}
