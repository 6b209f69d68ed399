import type { RateKnot, Take } from '../../fixtures/plan/types.ts';

/** The workloads that can be run by name. */
export type WorkloadName = 'round-1' | 'round-2' | 'smoke';

/**
 * A part of a round with its own arrivals: an open model whose arrival `i` is session `i`.
 * All seconds are plan seconds; a run divides them by its speed.
 */
export interface Phase {
  name: 'retest' | 'login' | 'upload';
  /** login: one login an arrival. session: one TPS an arrival: login, its documents, status. */
  kind: 'login' | 'session';
  /** Which bytes a session uploads; null for logins. */
  take: Take | null;
  /** From the start of the round. */
  startSecond: number;
  durationSecond: number;
  /** Sessions planned; `knots` yield exactly these. */
  count: number;
  knots: RateKnot[];
}
