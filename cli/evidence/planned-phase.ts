import type { Phase } from '../../scenarios/workloads/phase.ts';
import type { PlannedVisits } from './planned-visits.ts';

/** A phase with its sessions. Session `i` is arrival `i`. */
export interface PlannedPhase {
  phase: Phase;
  /** Plan seconds from the phase's start at which each session starts. */
  startSecond: Float64Array;
  /** Place of each session's TPS in the table; null for logins. */
  tps: Uint32Array | null;
  /**
   * Number of each session's first upload, counted over the whole run, and one more entry: the phase's end. A phase that repeats
   * another's uploads has that one's numbers. null where nothing is uploaded.
   */
  firstUpload: Uint32Array | null;
  /** What each visit of readers reads; null for other kinds. */
  visits: PlannedVisits | null;
}
