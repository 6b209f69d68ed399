import type { RateKnot, Take } from '../../fixtures/plan/types.ts';

/** The rounds, and beside them the workloads with the names that k6's documentation gives them. */
export const WORKLOAD_NAMES = [
  'round-1',
  'round-2',
  'smoke',
  'average-load',
  'stress',
  'spike',
  'soak',
  'breakpoint',
] as const;

/** The workloads that can be run by name. */
export type WorkloadName = (typeof WORKLOAD_NAMES)[number];

/**
 * `relogin`: logins that failed in the earlier run. `twin`: the second phones of TPS whose account is used on two. `read`: readers of
 * the published results. `pleno`: the plenaries of the kecamatan.
 */
export const PHASE_NAMES = ['relogin', 'retest', 'login', 'upload', 'twin', 'read', 'pleno'] as const;

export type PhaseName = (typeof PHASE_NAMES)[number];

/** What all plenaries of a phase have in common. */
export interface PlenaryTerms {
  /** Operators who save every form, one after the other. */
  hands: 1 | 2;
  /** Operators of the PPK who log in beside its admin. */
  operators: number;
  /** Forms (a TPS and an election each) of the kecamatan with most of them, at most. */
  mostForms: number;
}

/** Sessions in which an operator of the PPS helps one TPS after the other. */
export interface Helping {
  /** TPS of all sessions together, and of the longest. */
  tps: number;
  most: number;
  /** Whether an operator waits for a TPS that has not arrived yet. */
  asTheyArrive: boolean;
  /** Plan seconds from the first operation of the longest session to its last. */
  longestSecond: number;
}

/**
 * A part of a run with its own arrivals: an open model whose arrival `i` is session `i`.
 * All seconds are plan seconds; a run divides them by its speed.
 */
export interface Phase {
  name: PhaseName;
  /**
   * login: one login an arrival. session: one TPS an arrival: login, its documents, status; or several, see `helping`. reader:
   * one visit an arrival. pleno: one kecamatan an arrival.
   */
  kind: 'login' | 'session' | 'reader' | 'pleno';
  /** The bytes a session uploads, page by page: each page in the first take, then in the next. Empty for other kinds. */
  takes: readonly Take[];
  /** The phase whose uploads this one sends as well, under the same keys; they are counted there. */
  repeats: PhaseName | null;
  /** How many times each upload is sent at once. */
  taps: 1 | 2;
  /** null for other kinds than pleno. */
  plenary: PlenaryTerms | null;
  /** Sessions of several TPS each; null where a session has one. */
  helping: Helping | null;
  /** After its uploads a session confirms every C.Hasil. */
  confirms?: true;
  /** A session logs in a day before it sends anything, and then sends in batches. */
  offline?: true;
  /** From the start of the run. */
  startSecond: number;
  durationSecond: number;
  /** Sessions planned; `knots` yield exactly these. */
  count: number;
  knots: RateKnot[];
}
