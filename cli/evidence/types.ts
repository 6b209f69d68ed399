import type { MistakeKind, Way } from '../../fixtures/plan/types.ts';
import type { FlowName } from '../../scenarios/flows/catalog.ts';
import type { ErrorClass, Operation } from '../../scenarios/journal-line.ts';
import type { OptionalPart } from '../../scenarios/targets/parts.ts';
import type { WorkloadName } from '../../scenarios/workloads/phase.ts';
import type { FORMAT_VERSIONS } from '../run-folder/format-versions.ts';

/** What became of one planned upload. Exactly one holds for each. */
export type Outcome = 'stored' | 'lost' | 'altered' | 'duplicated' | 'unacknowledged';

/** A single discrepancy; each is listed, never batched. */
export interface Finding {
  code:
    | 'LOST'
    | 'ALTERED'
    | 'DUPLICATED'
    | 'UNACKNOWLEDGED'
    | 'STORED_UNACKNOWLEDGED'
    | 'NOT_ASKED'
    | 'UNEXPECTED'
    | 'LOGIN_FAILED'
    | 'LOGIN_GIVEN_UP'
    | 'UNCONFIRMED'
    | 'PLENO_DIFFERS'
    | 'PLENO_MISSING';
  phase: string | null;
  tps: string | null;
  document: string | null;
  page: number | null;
  account: string | null;
  key: string | null;
  /** English, one sentence. */
  message: string;
}

/** A file of the plan in the run folder: the SHA-256 recorded of it (null: nowhere) and the one it has. */
export interface PlanCopy {
  file: string;
  expected: string | null;
  found: string;
}

/** A total that plan.json says of its TPS and that its lines do not add up to. */
export interface PlanDisagreement {
  /** Dotted path in plan.json, e.g. `mistakes.blurred`. */
  what: string;
  /** What plan.json says. */
  stated: number;
  /** What its lines add up to. */
  counted: number;
}

/** TPS that the phase `upload` was to upload, and those of them of which every upload is stored. */
export interface TpsCount {
  planned: number;
  complete: number;
}

/** A kind of mistake in what this run was to upload. */
export interface MistakeCount {
  kind: MistakeKind;
  /** TPS of the phase `upload` that have it: those of a smoke run are fewer than the plan's. */
  planned: number;
  /** Whether an upload shows it, as the plan says. */
  carried: boolean;
  /**
   * Of the planned: those whose upload, the one that shows the mistake, the target has once with the planned bytes. null
   * where no upload shows it: then nothing can be met.
   */
  met: number | null;
}

export interface AreaCount {
  code: string;
  name: string;
  tps: TpsCount;
  uploads: { planned: number; stored: number };
}

/** C.Hasil that a run was to confirm, and what became of them. Counted in forms unless a name says figures. */
export interface FormCounts {
  planned: number;
  /** Of the planned: the plan has a page of it photographed from another sheet; such a form is not to be confirmed. */
  wrongSheet: number;
  /** A look found a reading, or that the photo must be typed. */
  read: number;
  confirmed: number;
  /** Of the confirmed: the plan has a page of it photographed from another sheet. */
  confirmedOfWrongSheet: number;
  /** Of the confirmed: with what was seen at the first look. */
  atFirstLook: number;
  /** Of the confirmed: every figure as it was read, and with figures corrected. */
  asRead: number;
  corrected: number;
  /** Of the confirmed: although its figures break rules, because the paper does. */
  despite: number;
  /** Figures that were sent in place of what was read, over all confirmed forms. */
  figuresCorrected: number;
}

/** D.Hasil of each kecamatan against the plan's figures as counted. Numbers of kecamatan. */
export interface PlenoAudit {
  planned: number;
  /** The target gave any sums at all; an adapter may have none to ask for. */
  read: boolean;
  /** Of the planned: finalised, with every TPS in the sums of every election. */
  summed: number;
  /** Of the summed: every sum of every election is the plan's. */
  equal: number;
}

/** audit.json. Counted in uploads: one page of one document in one phase. */
export interface Audit {
  formatVersion: typeof FORMAT_VERSIONS.audit;
  kind: 'audit';
  runId: string;
  auditedAt: string;
  planned: number;
  stored: number;
  lost: number;
  altered: number;
  duplicated: number;
  unacknowledged: number;
  /** Of the unacknowledged: never attempted at all. */
  notAsked: number;
  /** Of those not asked: the target refused the session's login, so that nothing could be asked. */
  notAskedWithoutLogin: number;
  /** Of the unacknowledged: the target has them all the same. */
  storedUnacknowledged: number;
  /** In the read-back under this run's keys, but in no plan. */
  unexpected: number;
  tps: TpsCount;
  /** The same per way of submission, of those with weak signal, and of those at special locations. */
  ways: Record<Way, TpsCount>;
  weakSignal: TpsCount;
  specialTps: TpsCount;
  /** Every kind, in the order of the plan's types. */
  mistakes: MistakeCount[];
  accounts: { handedOut: number; used: number };
  /** Only where the flow confirms. */
  forms?: FormCounts;
  /** Region, kecamatan and kelurahan; the sums agree level by level or `levelsAgree` is false. */
  areas: { region: AreaCount; kecamatan: AreaCount[]; kelurahan: AreaCount[] };
  levelsAgree: boolean;
  phases: Record<string, { planned: number; stored: number }>;
  /** What the plenaries were to sum up, and what the target says they do; null where no pleno was planned. */
  pleno: PlenoAudit | null;
  /**
   * `sha256` is of readback.ndjson as it was audited. `store`: what the target's store called itself then, null where it did not
   * say; `sameStore`: whether the run was sent to that one, null where it is not known.
   */
  readback: {
    source: string;
    fetchedAt: string;
    store: string | null;
    sameStore: boolean | null;
    uploads: number;
    sha256: string;
  };
  /** `unplanned`: attempts at something the plan asks nobody to do. `lastAt`: epoch ms of the last thing it tells, null where it tells nothing. */
  journal: {
    lines: number;
    attempts: number;
    malformed: number;
    truncated: boolean;
    unplanned: number;
    lastAt: number | null;
    sha256: string;
  };
  /**
   * `sha256` is of plan.json as it lies in the run folder; `copies` hold its files against what the run recorded,
   * `disagreements` its totals against its lines.
   */
  plan: { sha256: string; copies: PlanCopy[]; disagreements: PlanDisagreement[] };
  /**
   * TPS of the earlier run that were to be tested again first: run.json's number and retest.ndjson's. Of the logins run.json's
   * number and retest.ndjson's accounts.
   */
  retest: {
    recorded: number;
    found: number;
    logins: { recorded: number; accounts: string[] };
  };
  findings: Finding[];
}

export interface Latency {
  samples: number;
  /** Milliseconds; null without samples. */
  p50: number | null;
  p90: number | null;
  p95: number | null;
  p99: number | null;
  max: number | null;
}

/** Per operation and phase, or over all. Counted in operations unless a name says attempts. */
export interface OperationMeasurement {
  phase: string | null;
  operation: Operation | null;
  planned: number;
  /** Operations of which a first attempt was sent. */
  offered: number;
  /** Operations that worked, after retries: of `reading` a reading was there, of `confirm` the form is confirmed. */
  achieved: number;
  /**
   * Operations a second. Planned: over the planned window, from the phase's start to its planned end or the last planned
   * operation. Offered and achieved: over the same window, longer where the last first attempt or the last success came
   * later. So a target that falls behind shows less than planned, and none can show more. What went over a bad link makes the window
   * no longer, unless everything did: how long a link takes is no matter of the target.
   */
  rate: { planned: number; offered: number; achieved: number };
  attempts: number;
  /** Operations that worked at the first attempt. */
  firstAttemptSuccess: number;
  /** Operations that worked at the first or any later attempt; the same as `achieved`. */
  afterRetrySuccess: number;
  /**
   * Operations that could not be asked because the target did not give what must come before them: the session's login; of
   * `confirm` also a reading that can be confirmed.
   */
  refusedWithoutLogin: number;
  failedAttempts: Partial<Record<ErrorClass, number>>;
  /** From planned start to the end of the successful attempt. */
  latencyFromPlan: Latency;
  /** Of every attempt by itself, as bare k6 would report it. */
  latencyOfAttempt: Latency;
  /** Start of the first attempt after its planned time. */
  startLag: Latency;
  /** Bytes of photos sent, over all attempts. */
  bytes: number;
}

/** One step of the timeline; all arrays of a timeline have one entry a step. */
export interface TimelineStep {
  /** Real seconds from the start of the run to the middle of the step. */
  second: number;
  uploads: { planned: number; offered: number; acknowledged: number; failedAttempts: number };
  logins: { planned: number; offered: number; acknowledged: number; failedAttempts: number };
  /** Files of the published results. */
  reads: { planned: number; offered: number; acknowledged: number; failedAttempts: number };
  /** Confirmations of C.Hasil; only where the flow confirms. */
  confirms?: { planned: number; offered: number; acknowledged: number; failedAttempts: number };
  /** Forms saved in a pleno. */
  saves: { planned: number; offered: number; acknowledged: number; failedAttempts: number };
  /** Latency of uploads from planned start, of those that ended in this step; ms. */
  p50: number | null;
  p95: number | null;
  /** Cumulative number of TPS complete per kecamatan code. */
  tpsComplete: Record<string, number>;
}

export type DisturbanceEffect = 'observed' | 'absent' | 'unknown';

export interface Recovery {
  name: string;
  type: string;
  /** Of the signal: the kecamatan whose phones were disturbed; its figures are of what was sent from there. null: all. */
  kecamatan: string | null;
  /** The plan asks for it; of a planned one that the journal does not have, only its planned times are known. */
  planned: boolean;
  accepted: boolean;
  /**
   * Whether it was felt. `absent`: attempts were made in it and were like all others. `unknown`: too few were made to
   * tell. null: it was not accepted.
   */
  effect: DisturbanceEffect | null;
  /** Attempts under way at any moment of it. */
  attempts: number;
  /** Median duration of the attempts that started in it, and of those that started in no disturbance; real ms. */
  medianMs: number | null;
  medianOutsideMs: number | null;
  /** Real seconds from the start of the run. */
  startSecond: number;
  endSecond: number;
  /** Attempts that failed while it lasted. */
  failedAttempts: number;
  /** Uploads planned before its end and not yet acknowledged at its end. */
  backlog: number;
  /**
   * Real seconds from its end until that backlog was acknowledged; null if it never was. Of what went over good links, where
   * any of it did: what a bad link keeps does not tell how the target came back.
   */
  drainSecond: number | null;
  /** Of the backlog: uploads that were acknowledged after all. */
  late: number;
  /** Of the late: lost, altered or duplicated all the same; null where the run is not audited. */
  lateUnsafe: number | null;
}

/** What went over one link. */
export interface LinkMeasurement {
  link: string;
  /** TPS that sent anything over it. */
  tps: number;
  attempts: number;
  failedAttempts: number;
  /** Of the attempts at uploads that were acknowledged, each by itself; ms. */
  uploads: Latency;
  /** What an upload of their mean size takes over it at least, by arithmetic; ms. null for a good link, and without uploads. */
  expectedMs: number | null;
  /** `observed`: it was as bad as it was called. null: a good link, which does nothing. */
  effect: DisturbanceEffect | null;
}

/** What a run with bad links says of them. */
export interface SignalMeasurement {
  links: LinkMeasurement[];
  /** TPS that were to send over a bad link, and those of them whose every upload was sent over it. */
  weakTps: { planned: number; over: number };
}

/** A quarter of an hour of the phase that uploads every TPS once. */
export interface PeakQuarter {
  /** Plan seconds from the phase's start. */
  startSecond: number;
  /** Uploads planned in it. */
  planned: number;
  /** Uploads acknowledged in it, whenever they were planned. */
  acknowledged: number;
}

/** What the plenaries of a run came to, as its journal tells. */
export interface PlenoMeasurement {
  /** Kecamatan. opened: on Sirekap Web, or taken as a file. */
  kecamatan: { planned: number; opened: number; finalised: number; published: number };
  /** Of the planned: kecamatan that bring a file, and those of them whose file was taken. */
  files: { planned: number; taken: number };
  /**
   * Forms, a TPS and an election each. saved: any save of it was acknowledged, or the file that it is in. corrected: of those
   * saved one by one, figures were sent otherwise than the target knew them.
   */
  forms: { planned: number; saved: number; corrected: number };
  /** Saves refused because somebody else had saved the form, or what is known of it had changed, since it was looked at. */
  conflicts: number;
}

/** How far the rate had risen when a breakpoint stopped. Rates per real second. */
export interface Breakpoint {
  /** It stopped before every session had come to its end: the target, or k6, could not go on. */
  stopped: boolean;
  /** Plan seconds from the start of the run; at most the end of the ramp. */
  second: number;
  /** Sessions a second that were planned at that moment, and those of the plan's own peak. */
  plannedRate: number;
  peakRate: number;
  /** Sessions due by then. */
  sessions: number;
  /** What the next two count: uploads, else logins, forms saved or reads. */
  operation: 'upload' | 'login' | 'read' | 'pleno-save';
  /** Operations a second that worked in the best two seconds, and those that the plan's own peak asks for. */
  bestAchievedRate: number;
  peakOperationRate: number;
}

/**
 * measurements: what the journal says, held against the plan. "Start of the run" is plan second 0 on the real clock;
 * the start-up of k6 before it is not counted.
 */
export interface Measurements {
  workload: WorkloadName;
  flow: FlowName;
  speed: number;
  /** Real seconds from the first planned start to the last answer. */
  durationSecond: number;
  operations: OperationMeasurement[];
  total: OperationMeasurement;
  timeline: { stepSecond: number; steps: TimelineStep[] };
  recoveries: Recovery[];
  /** null where no links were played. */
  signal: SignalMeasurement | null;
  /**
   * Latency from plan of the uploads that no disturbance could touch and that went over a good link: of all where nothing was
   * disturbed.
   */
  undisturbedUploads: Latency;
  /** The quarter of an hour of the plan with most planned uploads; null where none are planned. */
  peakQuarter: PeakQuarter | null;
  /** null where no pleno was planned. */
  pleno: PlenoMeasurement | null;
  /** How far a breakpoint came; null for other workloads. */
  breakpoint: Breakpoint | null;
  /**
   * Mean and max share of the machine's CPU that k6 used, 0..1; null without samples. `worst10s`: mean of the worst ten
   * seconds, null where less was sampled.
   */
  generatorCpu: { mean: number; max: number; worst10s: number | null } | null;
  generatorRssBytes: number | null;
  /** Planned sessions that never started, by phase. */
  sessionsNotStarted: Record<string, number>;
  /** Greatest difference between a planned time in the journal and the plan's own, in real ms; null without any. */
  planDeviationMs: number | null;
  /** Real ms by which the earliest first attempt was sent before its planned time; 0 if none was, null without any. */
  earlyStartMs: number | null;
  /** Answers of `status` that worked, and those of them that call the TPS complete. */
  statusAnswers: { answered: number; complete: number };
  /** Of the journal that was measured; the audit must be of the same. */
  journalSha256: string;
  /** What k6's count of requests must equal: the journal's attempts, and one request that set up the disturbances. */
  requests: { attempts: number; control: number };
  k6: {
    httpRequests: number | null;
    droppedIterations: number | null;
    iterations: number | null;
    exitCode: number | null;
  };
}

export type VerdictWord = 'PASS' | 'FAIL' | 'INCONCLUSIVE' | 'INVALID';

export interface CriterionResult {
  name: string;
  metric: string;
  /** e.g. `>=`. */
  operator: string;
  expected: number;
  /** null: there was nothing to measure; with result `fail`: it never came to an end, e.g. a recovery. */
  found: number | null;
  unit: string | null;
  samples: number;
  minimumSamples: number;
  result: 'pass' | 'fail' | 'no-samples';
  /** `warn`: reported, but does not decide the verdict. */
  level: 'error' | 'warn';
  /** Where the limit comes from, or `assumed: ...`. */
  source: string;
  /** The criterion in words, both languages. */
  title: { id: string; en: string };
}

/** A condition under which the run counts at all. */
export interface ValidityCheck {
  name: string;
  ok: boolean;
  /** English, with the figures. */
  message: string;
  /** The same in both languages. */
  explanation: { id: string; en: string };
  title: { id: string; en: string };
}

/** verdict.json */
export interface Verdict {
  formatVersion: typeof FORMAT_VERSIONS.verdict;
  kind: 'verdict';
  runId: string;
  judgedAt: string;
  /** SHA-256 of audit.json, and of the journal, as they were judged. */
  auditSha256: string;
  journalSha256: string;
  verdict: VerdictWord;
  exercise: boolean;
  /** Why it is not a PASS; empty for a PASS. English. */
  reasons: string[];
  validity: ValidityCheck[];
  criteriaName: string;
  criteriaSha256: string;
  criteria: CriterionResult[];
  /** What could not be judged, because the adapter lacks the part of the target. */
  limits: { part: OptionalPart; text: { id: string; en: string } }[];
}
