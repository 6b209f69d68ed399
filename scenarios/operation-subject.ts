import type { WorkloadModel } from '../fixtures/plan/types.ts';
import type { Operation } from './journal-line.ts';

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
  /** Of a pleno: its kecamatan, `TPS/election`, and the figures that a save corrects. */
  kecamatan?: string;
  form?: string;
  corrected?: number;
}
