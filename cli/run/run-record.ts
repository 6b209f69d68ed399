import { cpus, totalmem } from 'node:os';
import { TOOLKIT } from '../../fixtures/package-root.ts';
import { planSha256 } from '../../fixtures/plan/read.ts';
import type { Plan } from '../../fixtures/plan/types.ts';
import type { ScenarioChoice } from '../../scenarios/workloads/index.ts';
import type { K6Binary } from '../k6/version.ts';
import { FORMAT_VERSIONS } from '../run-folder/format-versions.ts';
import type { RunAuthorisation, RunPart, RunRecord } from '../run-folder/types.ts';
import type { RetestPlan } from './retest-after.ts';
import { adapterDigest, type RunTarget, recordedTarget } from './run-target.ts';
import { scriptDigests } from './script-digests.ts';

/** What is settled before anything is sent. */
export interface RunSettings extends ScenarioChoice {
  part: RunPart | null;
  speed: number;
  plan: Plan;
  planFolder: string;
  target: RunTarget;
  authorisation: RunAuthorisation | null;
  k6: K6Binary;
  criteria: { name: string; sha256: string };
  retest: RetestPlan | null;
}

/** run.json as it stands before the start; what is not yet known is null. */
export async function newRunRecord(of: RunSettings): Promise<RunRecord> {
  const now = new Date();
  return {
    formatVersion: FORMAT_VERSIONS.run,
    kind: 'run',
    runId: `${now.toISOString().replace(/[-:.]/g, '').slice(0, 18)}-${of.workload}`,
    workload: of.workload,
    flow: of.flow,
    readers: of.readers,
    part: of.part,
    round: of.workload === 'round-1' ? 1 : of.workload === 'round-2' ? 2 : null,
    speed: of.speed,
    startedAt: now.toISOString(),
    endedAt: null,
    state: 'running',
    stateReason: null,
    stop: null,
    // What the target says of itself is asked before anything else is sent.
    target: recordedTarget(of.target),
    exercise: true,
    authorisation: of.authorisation,
    credentials: of.target.secrets.source,
    plan: {
      path: of.planFolder,
      sha256: await planSha256(of.planFolder),
      region: of.plan.region,
      seed: of.plan.seed,
      counts: of.plan.counts,
    },
    scripts: { ...scriptDigests(), ...adapterDigest(of.target) },
    toolkit: TOOLKIT,
    k6: { path: of.k6.path, version: of.k6.description.replace(/^k6 /, ''), arguments: [], exitCode: null },
    node: process.version,
    machine: {
      cpus: cpus().length,
      cpuModel: cpus()[0]?.model ?? 'unknown',
      memoryBytes: totalmem(),
      platform: `${process.platform} ${process.arch}`,
    },
    effectiveOptions: null,
    criteria: { name: of.criteria.name, sha256: of.criteria.sha256 },
    after:
      of.retest === null
        ? null
        : {
            runId: of.retest.runId,
            retest: of.retest.tps.length,
            logins: of.retest.logins.length,
          },
  };
}
