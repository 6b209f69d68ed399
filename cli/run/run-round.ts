import { join, resolve } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { readAccounts, verifyPlan } from '../../fixtures/plan/read.ts';
import type { Plan } from '../../fixtures/plan/types.ts';
import type { FlowName } from '../../scenarios/flows/catalog.ts';
import type { FailureLimit } from '../../scenarios/permission/permission.ts';
import { formsOfTps } from '../../scenarios/workloads/forms-of-tps.ts';
import type { PlannedLoad } from '../../scenarios/workloads/load.ts';
import type { WorkloadName } from '../../scenarios/workloads/phase.ts';
import { playNameOf } from '../../scenarios/workloads/play-name.ts';
import { uploadsOfTps } from '../../scenarios/workloads/session-schedule.ts';
import { plannedLoad } from '../authorisation/planned-load.ts';
import { defaultCriteria } from '../criteria/default.ts';
import { loadCriteria } from '../evidence/index.ts';
import { locateK6 } from '../k6/locate.ts';
import { createRunFolder, saveRunRecord } from '../run-folder/create.ts';
import { RUN_FILES, type RunRecord } from '../run-folder/types.ts';
import { type PlayedSignal, playSignal, type SignalMode } from '../signal/play-signal.ts';
import { DEFAULT_STOP_FILE, refuseWhileStopped } from '../stop/stop-file.ts';
import { requireAccounts } from '../targets/secrets.ts';
import { driveK6 } from './drive-k6.ts';
import { requireMemory } from './enough-memory.ts';
import { k6Arguments, refuseOverrides, scriptEnvironment } from './k6-arguments.ts';
import { type AreaNames, askedPart } from './part.ts';
import { plannedPhases } from './planned-phases.ts';
import { longestSecond, plannedOperations, requestsAtOnce } from './planned-requests.ts';
import type { Progress } from './progress.ts';
import { retestAfter } from './retest-after.ts';
import { newRunRecord } from './run-record.ts';
import {
  accessTo,
  admitRunTarget,
  meetTarget,
  recordedAuthorisation,
  type TargetOptions,
  writePermission,
} from './run-target.ts';
import { scriptForK6 } from './script-for-k6.ts';
import { operatorName } from './watch/record-stop.ts';
import { watchRun } from './watch/watch-run.ts';

/** Digits of a TPS's code. */
const TPS_DIGITS = 13;

export interface RunOptions extends TargetOptions {
  plan: string;
  workload: WorkloadName;
  /** Who does what; `kpps` by default. */
  flow?: FlowName | undefined;
  /** Readers of the published results beside the uploads of a round. */
  readers?: boolean | undefined;
  /** Names or codes of the areas that are asked; none: the whole plan. */
  areas?: AreaNames | undefined;
  speed: number;
  out: string;
  /** Folder of the earlier run whose failures are tested first. */
  after?: string | undefined;
  k6?: string | undefined;
  /** Name or file; the workload's own by default. Fixed before the start. */
  criteria?: string | undefined;
  /** Bad links between k6 and the target; on in round 2 where toxiproxy is there, else off. */
  signalMode?: SignalMode | undefined;
  /** Passed to k6 as they are. */
  k6Options: string[];
  /** Stops this run and keeps it from starting while it is there; every run's own by default. */
  stopFile?: string | undefined;
  /** Stops the run when more attempts than this fail. */
  failureLimit?: FailureLimit | undefined;
  /** Aborted when the stop key is pressed. */
  stopKey?: AbortSignal | undefined;
  signal: AbortSignal;
  onOutput: (text: string) => void;
  onProgress: (progress: Progress) => void;
}

export interface RunResult {
  folder: string;
  record: RunRecord;
  /** k6's own; null when it never ran or was killed. */
  k6ExitCode: number | null;
}

/**
 * Runs one workload against a target: checks all that can be checked first, makes the run folder, lets k6 do the work.
 * @throws OperatorError for anything that keeps k6 from starting; the run folder, once made, then says so
 */
export async function runRound(options: RunOptions): Promise<RunResult> {
  const folder = resolve(options.out);
  const planFolder = resolve(options.plan);
  refuseOverrides(options.k6Options);
  refuseWhileStopped(options.stopFile ?? DEFAULT_STOP_FILE);
  const target = await admitRunTarget(options);
  const plan = await runnablePlan(planFolder);
  requireMemory(plan);
  const { workload, flow = 'kpps', readers = false } = options;
  const criteria = loadCriteria(options.criteria ?? defaultCriteria(workload, flow));
  const { part, load } = await askedPart(planFolder, plan, options.areas ?? {}, flow);
  const retest =
    options.after === undefined ? null : await retestAfter(resolve(options.after), planFolder, part);
  const phasesWith = (pleno: boolean) =>
    plannedPhases({ workload, flow, readers, pleno }, load, {
      tps: retest?.tps.length ?? 0,
      logins: retest?.logins.length ?? 0,
    });
  // Whether the adapter has the pleno is known only when it was asked: until then, all that there could be.
  const phases = phasesWith(true);
  const k6 = await locateK6({
    path: options.k6,
    build: true,
    onOutput: options.onOutput,
    signal: options.signal,
  });
  const pages = uploadsOfTps(plan.documentProfile);
  const forms = formsOfTps(plan.documentProfile).length;
  const planned = plannedLoad(
    phases,
    (phase) => requestsAtOnce(phase, pages, forms),
    (phase) => longestSecond(phase, load.workload, pages, forms),
    options.speed,
    accountsOf(part, load),
  );
  const authorisation = recordedAuthorisation(target, planned, options.speed);
  if (part === null && planned.accounts === load.accounts)
    await requireAccounts(target.secrets, readAccounts(planFolder));
  const record = await newRunRecord({
    workload,
    flow,
    readers,
    part,
    speed: options.speed,
    plan,
    planFolder,
    target,
    authorisation,
    k6,
    criteria,
    retest,
  });
  createRunFolder(
    folder,
    planFolder,
    plan,
    record,
    criteria.text,
    retest === null ? [] : [...retest.logins, ...retest.tps],
    plannedOperations(phases, pages, forms),
  );

  let signal: PlayedSignal | undefined;
  try {
    signal = await playSignal({
      mode: options.signalMode ?? null,
      workload,
      phases,
      part: part?.codes ?? null,
      plan,
      planFolder,
      runFolder: folder,
      runId: record.runId,
      speed: options.speed,
      target: target.admitted,
      onOutput: options.onOutput,
      signal: options.signal,
    });
    record.signal = signal.record;
    const permission = writePermission(target, folder);
    const environment = {
      ...scriptEnvironment(record, planFolder, folder, retest, permission, target.secrets.file),
      ...signal.environment,
    };
    const plays = new Set(phases.map(playNameOf));
    const overLinks = 'LINKS' in signal.environment;
    const { script, effectiveOptions } = await scriptForK6(
      {
        run: { workload, plays, overLinks },
        planFolder,
        adapter: target.adapter,
        folder: join(folder, RUN_FILES.scripts),
        environment,
      },
      k6,
      options.signal,
    );
    record.effectiveOptions = effectiveOptions;
    await meetTarget(record, target, accessTo(target, k6, options.k6Options), options.signal);
    options.signal.throwIfAborted();
    record.k6.arguments = k6Arguments(record.runId, folder, environment, options.k6Options, script);
    saveRunRecord(folder, record);
    const watch = watchRun({
      journal: join(folder, RUN_FILES.journal),
      stopFile: options.stopFile ?? DEFAULT_STOP_FILE,
      permission: target.admitted.permission,
      failureLimit: options.failureLimit ?? null,
      stopKey: options.stopKey,
      operator: operatorName(),
    });
    try {
      const driven = phasesWith(!record.target.missingParts.includes('pleno'));
      const k6ExitCode = await driveK6({ folder, record, k6, phases: driven, pages, watch, signal, options });
      return { folder, record, k6ExitCode };
    } finally {
      watch.end();
    }
  } catch (error) {
    record.state = error instanceof OperatorError && error.code === 'INTERRUPTED' ? 'interrupted' : 'failed';
    record.stateReason = error instanceof Error ? error.message : String(error);
    record.endedAt = new Date().toISOString();
    saveRunRecord(folder, record);
    throw error;
  } finally {
    await signal?.stop();
  }
}

/** Accounts that may log in: those of the part, and the operators of the PPS that help TPS of a kelurahan that is more than it. */
function accountsOf(part: RunRecord['part'], { accounts, pps }: PlannedLoad): number {
  const beyond = part?.codes.some((code) => code.length === TPS_DIGITS) === true;
  return accounts + (beyond ? (pps?.tpsOf.length ?? 0) : 0);
}

async function runnablePlan(planFolder: string): Promise<Plan> {
  const plan = await verifyPlan(planFolder);
  if (plan.photos === null) {
    throw new OperatorError(
      'PLAN_WITHOUT_PHOTOS',
      `${planFolder} was generated with --photos none, so there is nothing to upload`,
      `generate it again with --photos pool:24 (region ${plan.region}, seed ${plan.seed})`,
    );
  }
  return plan;
}
