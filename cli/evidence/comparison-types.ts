import type { FlowName } from '../../scenarios/flows/catalog.ts';
import type { WorkloadName } from '../../scenarios/workloads/phase.ts';
import type { RunPart } from '../run-folder/types.ts';
import type { Finding, Outcome, VerdictWord } from './types.ts';

/** One of the two runs of a comparison. */
export interface ComparedRun {
  runId: string;
  workload: WorkloadName;
  flow: FlowName;
  readers: boolean;
  /** The part of the region that was asked; null: all of it. */
  part: RunPart | null;
  round: 1 | 2 | null;
  /** ISO 8601. */
  startedAt: string;
  speed: number;
  verdict: VerdictWord;
  exercise: boolean;
  planSha256: string;
  /** Name and version the target gave itself. */
  software: string | null;
}

/**
 * `better`, `worse`: beyond what noise explains. `within-noise`: a difference that one pair of runs cannot prove.
 * `unknown`: not assessed; one of the two has no samples, is INVALID, or only one was disturbed.
 */
export type Change = 'better' | 'worse' | 'same' | 'within-noise' | 'unknown';

export interface MetricComparison {
  /** As in criteria, e.g. `uploads.latencyFromPlan.p95`. */
  metric: string;
  unit: string;
  /** null without samples, or where it never came to an end. */
  first: number | null;
  second: number | null;
  firstSamples: number;
  secondSamples: number;
  /** second - first. */
  difference: number | null;
  /** second / first; null where first is 0. */
  ratio: number | null;
  change: Change;
  /** How small a difference would still be noise and why; null where every difference is real. English. */
  noise: string | null;
}

/** What became of one upload that was not safely stored in the first run. */
export interface Fate {
  tps: string;
  document: string;
  page: number;
  /** In the first run. */
  first: Outcome;
  /** In the second run's re-test and in its main phase; null where it was not tested there. */
  retest: Outcome | null;
  main: Outcome | null;
}

/** What became of one login that was given up in the first run. */
export interface LoginFate {
  account: string;
  /** In the first run: it never got in, or it gave up a login of a login phase and got in at another time. */
  first: 'never' | 'given-up';
  /** Whether it got in in the second run's re-test and in its login phase; null where it was not tested there. */
  retest: boolean | null;
  main: boolean | null;
}

/** Two runs side by side. */
export interface Comparison {
  formatVersion: 1;
  kind: 'comparison';
  first: ComparedRun;
  second: ComparedRun;
  /** Both ran the same plan.json. */
  samePlan: boolean;
  /**
   * Neither run is INVALID, and both are the same flow, workload and part; otherwise the figures stand there but no change is
   * claimed.
   */
  comparable: boolean;
  /** What a reader must know before believing a difference. */
  notes: { id: string; en: string }[];
  metrics: MetricComparison[];
  /** Every upload that failed in the first run; empty when the plans differ. */
  fates: Fate[];
  /** Every login that was given up in the first run, likewise. */
  loginFates: LoginFate[];
  /** The second run's findings at what had not failed in the first. */
  newFailures: Finding[];
}
