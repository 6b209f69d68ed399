import type { Phase } from '../../scenarios/workloads/phase.ts';
import type { PlannedPlenos } from './planned-plenos.ts';
import type { PlannedVisits } from './planned-visits.ts';

/** A phase with its sessions. Session `i` is arrival `i`. */
export interface PlannedPhase {
  phase: Phase;
  /** Plan seconds from the phase's start at which each session starts. */
  startSecond: Float64Array;
  /** Place in the table of each TPS of its sessions, session by session: mostly one each. null for logins. */
  tps: Uint32Array | null;
  /**
   * Number of each session's first TPS among `tps`, and one more entry: how many there are. null where session `i` has TPS `i`.
   */
  firstTps: Uint32Array | null;
  /** Plan seconds from the phase's start at which each TPS of `tps` has its turn. */
  turnSecond: Float64Array;
  /**
   * Number of each TPS's first upload, counted over the whole run, and one more entry: the phase's end. A phase that repeats
   * another's uploads has that one's numbers. null where nothing is uploaded.
   */
  firstUpload: Uint32Array | null;
  /** What each visit of readers reads; null for other kinds. */
  visits: PlannedVisits | null;
  /** The plenary of each session's kecamatan; null for other kinds. */
  plenos: PlannedPlenos | null;
}
