import type { Plan } from '../../fixtures/plan/types.ts';
import type { FlowName } from '../../scenarios/flows/catalog.ts';
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
  state: 'running' | 'finished' | 'interrupted' | 'failed';
  stateReason: string | null;
  target: {
    url: string;
    adapter: string;
    /** Name and version the target gave itself, null where it did not. */
    software: string | null;
    /** The target said that it is a simulator, or stands on the generator's own machine. */
    simulator: boolean;
    /** Target's clock minus ours at the start in ms, null where it gave no date. */
    clockSkewMs: number | null;
  };
  /** A run against a simulator is an exercise (latihan), never a certificate of readiness. */
  exercise: boolean;
  plan: { path: string; sha256: string; region: string; seed: number; counts: Plan['counts'] };
  /** SHA-256 of every script k6 was given, by path in the project. */
  scripts: Record<string, string>;
  toolkit: { name: string; version: string };
  k6: { version: string; arguments: string[]; exitCode: number | null };
  node: string;
  machine: { cpus: number; cpuModel: string; memoryBytes: number; platform: string };
  /** Options as k6 itself derived them (`k6 inspect`). */
  effectiveOptions: unknown;
  criteria: { name: string; sha256: string };
  /** The run whose failures were re-tested first. */
  after: { runId: string; retest: number } | null;
}

/** A part of a region: all TPS of the areas named, and the accounts whose scope lies in one of them. */
export interface RunPart {
  /** Codes of kecamatan (6 digits), kelurahan (10) and TPS (13), none inside another. */
  codes: string[];
  areas: { level: 'kecamatan' | 'kelurahan' | 'tps'; code: string; name: string }[];
  tps: number;
  accounts: number;
}

/** A line of retest.ndjson: a TPS that failed in the earlier run, with why. */
export interface RetestTps {
  tps: string;
  /** Documents (type and page) that were not safely stored; all are uploaded again. */
  documents: { type: string; page: number; outcome: string }[];
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
  /** False: the target was not read to the end, so what is missing here may still be there. */
  complete: boolean;
}

/** Every further line of readback.ndjson: one upload as the target says it has it. */
export interface StoredUpload {
  key: string;
  tps: string;
  document: string;
  page: number;
  sha256: string;
  bytes: number;
  /** ISO 8601, the target's clock. */
  storedAt: string;
}

/**
 * The names of a run folder's files; each stage adds its own and overwrites nobody else's. The copies of the plan's TPS have
 * the names of the plan's own files.
 */
export const RUN_FILES = {
  run: 'run.json',
  plan: 'plan.json',
  retest: 'retest.ndjson',
  criteria: 'criteria.yaml',
  journal: 'journal.ndjson',
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
