import type { Figure, Plan, WeakLink } from '../../fixtures/plan/types.ts';
import type { FlowName } from '../../scenarios/flows/catalog.ts';
import type { Permission } from '../../scenarios/permission/permission.ts';
import type { LinkName } from '../../scenarios/signal/links-file.ts';
import type { OptionalPart } from '../../scenarios/targets/parts.ts';
import type { PlenoSum } from '../../scenarios/targets/target.ts';
import type { WorkloadName } from '../../scenarios/workloads/phase.ts';
import type { FORMAT_VERSIONS } from './format-versions.ts';

/** run.json: who ran what, when, against what, with what. Written at the start, completed at the end. */
export interface RunRecord {
  formatVersion: typeof FORMAT_VERSIONS.run;
  kind: 'run';
  runId: string;
  workload: WorkloadName;
  /** Who did what. */
  flow: FlowName;
  /** Readers of the published results went beside the uploads of a round. */
  readers: boolean;
  /** The part of the plan that was asked; null: all of it. */
  part: RunPart | null;
  round: 1 | 2 | null;
  /** Time compression: plan seconds per real second. */
  speed: number;
  /** ISO 8601. */
  startedAt: string;
  endedAt: string | null;
  /** `running` in a folder whose process is gone means that it was killed. */
  state: 'running' | 'finished' | 'interrupted' | 'stopped' | 'failed';
  stateReason: string | null;
  /** Who or what stopped the run before its end; null where nobody did. */
  stop: RunStop | null;
  target: {
    url: string;
    adapter: string;
    /** File of the adapter, null for one of the toolkit's own. */
    adapterFile: string | null;
    /** Optional parts of a target that the adapter lacks: what cannot be judged. */
    missingParts: OptionalPart[];
    /** Name and version the target gave itself, null where it did not. */
    software: string | null;
    /** The target said that it is a simulator, or stands on the generator's own machine. */
    simulator: boolean;
    /** What its store called itself at the start, null where it did not say: an audit is of the same store. */
    store: string | null;
    /** Target's clock minus ours at the start in ms, null where it gave no date. */
    clockSkewMs: number | null;
  };
  /** A run against a simulator is an exercise (latihan), never a certificate of readiness. */
  exercise: boolean;
  /** What the run was permitted; null where load went to loopback without an authorisation. */
  authorisation: RunAuthorisation | null;
  /** Where the passwords came from; none of them stands anywhere in a run folder. */
  credentials: 'plan' | 'secrets-file' | 'environment';
  plan: { path: string; sha256: string; region: string; seed: number; counts: Plan['counts'] };
  /** SHA-256 of every script k6 was given, by path in the project. */
  scripts: Record<string, string>;
  toolkit: { name: string; version: string };
  k6: { path: string; version: string; arguments: string[]; exitCode: number | null };
  node: string;
  machine: { cpus: number; cpuModel: string; memoryBytes: number; platform: string };
  /** Options as k6 itself derived them (`k6 inspect`). */
  effectiveOptions: unknown;
  criteria: { name: string; sha256: string };
  /** The run whose failures were re-tested first: so many TPS, and logins of so many accounts. */
  after: { runId: string; retest: number; logins: number } | null;
  /** Over what links the requests went. Missing in a run that ended before that was settled. */
  signal?: SignalRecord;
}

/** Whether bad links were played between k6 and the target, and which. */
export interface SignalRecord {
  /**
   * Why none were: `asked` by --signal off, `workload` because it is not round 2 or uploads nothing and nobody asked for them,
   * `no-toxiproxy` because there is none, `no-room` because a proxy or an IPv6 address leads past them. null: they were.
   */
  off: 'asked' | 'workload' | 'no-toxiproxy' | 'no-room' | null;
  /** Every TPS went over this link, whatever the plan says; null: as planned. */
  override: WeakLink | null;
  /** Its version. */
  toxiproxy: string | null;
  /** TPS by the link over which they were to go; null where none were played. */
  tps: Record<LinkName, number> | null;
  /** Names of the plan's disturbances of the signal that were to be played. */
  disturbances: string[];
  /** Figures of the links that were played, with marks and sources. */
  figures: Figure[];
}

/** A part of a region: all TPS of the areas named, and the accounts whose scope lies in one of them. */
export interface RunPart {
  /** Codes of kecamatan (6 digits), kelurahan (10) and TPS (13), none inside another. */
  codes: string[];
  areas: { level: 'kecamatan' | 'kelurahan' | 'tps'; code: string; name: string }[];
  tps: number;
  accounts: number;
}

/** An authorisation file and what became of it. */
export interface RunAuthorisation extends Omit<Permission, 'formatVersion' | 'kind'> {
  /** Absolute path of the file as it was given, and its SHA-256 (hex). */
  file: string;
  sha256: string;
  /** ISO 8601: until when results may be read back. */
  readBackUntil: string;
  /** What the plan asks for at most at this speed. */
  planned: { requestsPerSecond: number; accounts: number };
  /** What the journal told while the run went on; null until it ends. */
  observed: {
    requestsPerSecond: number;
    accounts: number;
    firstAt: string | null;
    lastAt: string | null;
  } | null;
}

export type StopCause = 'file' | 'key' | 'failures' | 'window' | 'rate' | 'accounts';

/** A run that was stopped before its end. */
export interface RunStop {
  cause: StopCause;
  /** Who stopped it: a person, or the authorisation or option that asks for it. */
  by: string;
  reason: string | null;
  /** ISO 8601: when this was noticed, and when k6 was gone. */
  at: string;
  endedAt: string;
}

/** A line of retest.ndjson: a TPS that failed in the earlier run, with why. */
export interface RetestTps {
  tps: string;
  /** Documents (type and page) that were not safely stored; all are uploaded again. */
  documents: { type: string; page: number; outcome: string }[];
}

/** A line of retest.ndjson: an account that gave up a login in the earlier run. */
export interface RetestLogin {
  account: string;
}

/** A line of resources.ndjson: the generator's own use of the machine. */
export interface ResourceSample {
  /** Epoch ms. */
  at: number;
  /** CPU of k6 in percent of one core. */
  cpuPercent: number;
  rssBytes: number;
}

/** The first line of readback.ndjson. */
export interface ReadbackHeader {
  kind: 'readback';
  formatVersion: 1;
  /** URL it was read from. */
  source: string;
  /** ISO 8601. */
  fetchedAt: string;
  /** What the target's store called itself; null or missing where it did not say. */
  store?: string | null;
  /** False: the target was not read to the end, so what is missing here may still be there. */
  complete: boolean;
}

/** A line of readback.ndjson after the uploads: what the target sums up of one kecamatan and one election. */
export interface ReadbackSum extends PlenoSum {
  kind: 'sum';
}

/** Every further line of readback.ndjson: one upload as the target says it has it. */
export type { StoredUpload } from '../../scenarios/targets/target.ts';

/**
 * The names of a run folder's files; each stage adds its own and overwrites nobody else's. The copies of the plan's TPS have
 * the names of the plan's own files.
 */
export const RUN_FILES = {
  run: 'run.json',
  plan: 'plan.json',
  retest: 'retest.ndjson',
  authorisation: 'authorisation.json',
  /** A folder: what was generated to start k6 with an adapter of one's own. */
  scripts: 'scripts',
  criteria: 'criteria.yaml',
  journal: 'journal.ndjson',
  /** Beside the scripts' journal, read with it: what is written by `run` itself. */
  signalJournal: 'journal-signal.ndjson',
  links: 'links.json',
  toxiproxyLog: 'toxiproxy.log',
  k6Summary: 'k6-summary.json',
  k6Log: 'k6.log',
  resources: 'resources.ndjson',
  readback: 'readback.ndjson',
  audit: 'audit.json',
  verdict: 'verdict.json',
  reportJson: 'report.json',
  reportHtml: 'report.html',
  junit: 'junit.xml',
} as const;
