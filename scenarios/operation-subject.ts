import type { WorkloadModel } from '../fixtures/plan/types.ts';
import type { Operation } from './journal-line.ts';
import type { Upload } from './targets/target.ts';

/** What all operations of one session have in common. `journal.ts` has its maker, `sessionText`. */
export interface SessionContext {
  run: string;
  phase: string;
  session: number;
  account: string;
  tps: string | null;
  /** Plan seconds per real second. */
  speed: number;
  operator: WorkloadModel['operator'];
  /** `sessionText` of all this, made once a session. */
  journalPart: string;
}

/** What is said of one operation in each of its journal lines. */
export interface OperationSubject {
  operation: Operation;
  /** Epoch ms. */
  plannedAt: number;
  document?: string;
  page?: number;
  key?: string;
  bytes?: number;
  sha256?: string;
  /** Of a read: its place in its visit and the file's path. Of a pleno: its place among its kind. */
  step?: number;
  path?: string;
  /** Of a login: with a refresh token. */
  refresh?: true;
  /** Of a manifest or batch: the exchange and, of a batch, its place in it; what it asks about or sends. */
  exchange?: number;
  batch?: number;
  uploads?: readonly Upload[];
  /** Of a reading or confirmation: the look at the form; of a confirmation how many figures it corrects and rules it names. */
  look?: number;
  corrected?: number;
  despite?: number;
  /** Of a pleno: its kecamatan and `TPS/election`; of a save `corrected` figures too. */
  kecamatan?: string;
  form?: string;
}
