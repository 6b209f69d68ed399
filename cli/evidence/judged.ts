import type { RunRecord } from '../run-folder/types.ts';
import type { LoadedCriteria } from './criteria.ts';
import type { Audit, Measurements } from './types.ts';

/** SHA-256 of what an audit wrote and read, as it lies in the run folder when it is judged. */
export interface EvidenceDigests {
  audit: string;
  /** null: the read-back is gone. */
  readback: string | null;
}

/** What decides whether a run counts at all. */
export interface Judged {
  run: RunRecord;
  audit: Audit;
  measurements: Measurements;
  criteria: LoadedCriteria;
  digests: EvidenceDigests;
}
