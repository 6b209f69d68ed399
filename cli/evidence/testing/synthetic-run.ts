import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineFiles } from '../../../fixtures/plan/line-files.ts';
import type { Plan } from '../../../fixtures/plan/types.ts';
import type { AttemptLine, DisturbanceLine, PhaseLine } from '../../../scenarios/journal-line.ts';
import { FORMAT_VERSIONS } from '../../run-folder/format-versions.ts';
import {
  type ResourceSample,
  type RetestTps,
  RUN_FILES,
  type RunRecord,
  type StoredUpload,
} from '../../run-folder/types.ts';
import { loadCriteria } from '../criteria.ts';
import { perfectSessions, type SyntheticWorkload } from './perfect-sessions.ts';
import { ANSWER_MS, RUN_ID, SPEED, ZERO } from './synthetic-constants.ts';
import { type SyntheticPlan, syntheticPlan } from './synthetic-plan.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What the store of a synthetic run calls itself. */
const STORE = 'a'.repeat(32);

/** Epoch ms of the end of a synthetic run, after its last answer. */
const ENDED = ZERO + 600_000;

export interface SyntheticOptions {
  workload?: SyntheticWorkload;
  tps?: number;
  accounts?: number;
  /** Codes' places in order of code, to be tested again first. */
  retest?: number[];
  /** Accounts that are to log in again before that. */
  relogins?: string[];
}

/**
 * A run in which everything went well, in memory. A test spoils what it is about and then writes the folder: what it
 * does not touch stays perfect, so whatever is found was put there.
 */
export class SyntheticRun {
  readonly plan: SyntheticPlan;
  run: RunRecord;
  phases: PhaseLine[];
  attempts: AttemptLine[];
  disturbances: DisturbanceLine[] = [];
  stored: StoredUpload[];
  retest: RetestTps[];
  relogins: string[];
  resources: ResourceSample[];
  /** When the target was read back. */
  fetchedAt = new Date(ENDED).toISOString();
  /** What the store called itself then. */
  store: string | null = STORE;
  /** Requests k6 counted beyond the journal's attempts. */
  extraRequests = 0;
  droppedIterations = 0;

  constructor({
    workload = 'round-1',
    tps = 12,
    accounts = 20,
    retest = [],
    relogins = [],
  }: SyntheticOptions = {}) {
    this.plan = syntheticPlan(tps, accounts);
    this.retest = retest.map((place) => ({ tps: this.plan.tps[place]?.kode ?? '', documents: [] }));
    this.relogins = relogins;
    const sessions = perfectSessions(workload, this.plan, this.retest, relogins);
    this.phases = sessions.phases;
    this.attempts = sessions.attempts;
    this.stored = this.attempts
      .filter(({ operation }) => operation === 'upload')
      .map((line) => ({
        key: line.key as string,
        tps: line.tps as string,
        document: line.document as string,
        page: line.page as number,
        sha256: line.sha256 as string,
        bytes: line.bytes,
        storedAt: new Date(line.startedAt + ANSWER_MS).toISOString(),
      }));
    this.resources = [0, 1, 2].map((i) => ({ at: ZERO + i * 1000, cpuPercent: 50, rssBytes: 1e8 + i }));
    this.run = syntheticRecord(workload, this.plan, this.retest.length, relogins.length);
  }

  uploads(phase?: string): AttemptLine[] {
    return this.attempts.filter(
      (line) => line.operation === 'upload' && (phase ?? line.phase) === line.phase,
    );
  }

  /** The journal as text, in the order in which answers came. */
  journal(): string {
    const lines = [...this.attempts].sort(
      (a, b) => a.startedAt + a.durationMs - (b.startedAt + b.durationMs),
    );
    return ndjson([...this.phases, ...this.disturbances, ...lines]);
  }

  /** Writes the run folder and returns its path; by default one that goes with the test. */
  write(dir = temporaryFolder()): string {
    const put = (name: string, text: string) => writeFileSync(join(dir, name), text);
    const names = lineFiles('tps', this.plan.plan.shards);
    const perFile = Math.ceil(this.plan.tps.length / names.length);
    const files: Plan['files'] = {};
    for (const [i, name] of names.entries()) {
      const lines = this.plan.tps.slice(i * perFile, (i + 1) * perFile);
      const text = ndjson(lines);
      files[name] = { sha256: hash('sha256', text), bytes: text.length, lines: lines.length };
      put(name, text);
    }
    const plan = JSON.stringify({ ...this.plan.plan, files });
    const requests = this.attempts.length + (this.disturbances.length > 0 ? 1 : 0) + this.extraRequests;
    const dropped =
      this.droppedIterations > 0 ? { dropped_iterations: { count: this.droppedIterations } } : {};
    put(RUN_FILES.plan, plan);
    put(
      RUN_FILES.run,
      JSON.stringify({ ...this.run, plan: { ...this.run.plan, sha256: hash('sha256', plan) } }),
    );
    const again = [...this.relogins.map((account) => ({ account })), ...this.retest];
    if (again.length > 0) put(RUN_FILES.retest, ndjson(again));
    put(RUN_FILES.journal, this.journal());
    put(RUN_FILES.resources, ndjson(this.resources));
    put(
      RUN_FILES.k6Summary,
      JSON.stringify({ metrics: { http_reqs: { count: requests }, iterations: { count: 1 }, ...dropped } }),
    );
    put(
      RUN_FILES.readback,
      ndjson([
        {
          kind: 'readback',
          formatVersion: 1,
          source: 'http://127.0.0.1:1',
          fetchedAt: this.fetchedAt,
          store: this.store,
          complete: true,
        },
        ...this.stored,
      ]),
    );
    return dir;
  }
}

function syntheticRecord(
  workload: SyntheticWorkload,
  { plan }: SyntheticPlan,
  retest: number,
  logins: number,
): RunRecord {
  const criteria = loadCriteria(workload);
  return {
    formatVersion: FORMAT_VERSIONS.run,
    kind: 'run',
    runId: RUN_ID,
    workload,
    flow: 'kpps',
    readers: false,
    part: null,
    round: workload === 'smoke' ? null : workload === 'round-1' ? 1 : 2,
    speed: SPEED,
    startedAt: new Date(ZERO - 2000).toISOString(),
    endedAt: new Date(ENDED).toISOString(),
    state: 'finished',
    stateReason: null,
    stop: null,
    target: {
      url: 'http://127.0.0.1:1',
      adapter: 'mock',
      adapterFile: null,
      missingParts: ['pleno'],
      software: 'synthetic',
      simulator: true,
      store: STORE,
      clockSkewMs: 0,
    },
    exercise: true,
    authorisation: null,
    credentials: 'plan',
    plan: { path: 'plan', sha256: '', region: plan.region, seed: plan.seed, counts: plan.counts },
    scripts: {},
    toolkit: plan.toolkit,
    k6: { path: 'k6', version: 'v2.2.0', arguments: [], exitCode: 0 },
    node: 'v24.0.0',
    machine: { cpus: 2, cpuModel: 'synthetic', memoryBytes: 1, platform: 'linux' },
    effectiveOptions: {},
    criteria: { name: criteria.name, sha256: criteria.sha256 },
    after: retest + logins > 0 ? { runId: 'uji-0', retest, logins } : null,
  };
}

export function ndjson(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
