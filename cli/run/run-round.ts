import { join, resolve } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import { verifyPlan } from '../../fixtures/plan/read.ts';
import type { Plan } from '../../fixtures/plan/types.ts';
import { phasesOf } from '../../scenarios/workloads/index.ts';
import type { Phase, WorkloadName } from '../../scenarios/workloads/phase.ts';
import { sessionOperations, uploadsOfTps } from '../../scenarios/workloads/session-schedule.ts';
import { loadCriteria } from '../evidence/index.ts';
import { inspectScript } from '../k6/inspect.ts';
import { launchK6 } from '../k6/launch.ts';
import { locateK6 } from '../k6/locate.ts';
import { sampleResources } from '../k6/resources.ts';
import type { K6Binary } from '../k6/version.ts';
import { createRunFolder, saveRunRecord } from '../run-folder/create.ts';
import { RUN_FILES, type RunRecord } from '../run-folder/types.ts';
import { type PlayedSignal, playSignal, type SignalMode } from '../signal/play-signal.ts';
import { authoriseTarget, isLoopback } from '../targets/authorise.ts';
import { mockReadback } from '../targets/mock-readback.ts';
import { requireMemory } from './enough-memory.ts';
import { k6Arguments, refuseOverrides, scriptEnvironment } from './k6-arguments.ts';
import { JournalProgress, type Progress } from './progress.ts';
import { retestAfter } from './retest-after.ts';
import { newRunRecord } from './run-record.ts';

export interface RunOptions {
  plan: string;
  workload: WorkloadName;
  target: string;
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

const PROGRESS_EVERY_MS = 1000;

/**
 * Runs one workload against a target: checks all that can be checked first, makes the run folder, lets k6 do the work.
 * @throws OperatorError for anything that keeps k6 from starting; the run folder, once made, then says so
 */
export async function runRound(options: RunOptions): Promise<RunResult> {
  const folder = resolve(options.out);
  const planFolder = resolve(options.plan);
  refuseOverrides(options.k6Options);
  const target = await authoriseTarget(options.target);
  const plan = await runnablePlan(planFolder);
  requireMemory(plan);
  const criteria = loadCriteria(options.criteria ?? options.workload);
  const retest = options.after === undefined ? null : await retestAfter(resolve(options.after), planFolder);
  const k6 = await locateK6({
    path: options.k6,
    build: true,
    onOutput: options.onOutput,
    signal: options.signal,
  });
  const phases = phasesOf(options.workload, plan, retest?.tps.length ?? 0);
  const record = await newRunRecord({
    workload: options.workload,
    speed: options.speed,
    plan,
    planFolder,
    target,
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
    retest?.tps ?? [],
    plannedOperations(phases, plan),
  );

  let signal: PlayedSignal | undefined;
  try {
    signal = await playSignal({
      mode: options.signalMode ?? null,
      workload: options.workload,
      plan,
      planFolder,
      runFolder: folder,
      runId: record.runId,
      speed: options.speed,
      target,
      admitted: isLoopback,
      onOutput: options.onOutput,
      signal: options.signal,
    });
    record.signal = signal.record;
    const environment = {
      ...scriptEnvironment(record, planFolder, folder, retest),
      ...signal.environment,
    };
    const script = join(PACKAGE_ROOT, 'scenarios', `${options.workload}.ts`);
    record.effectiveOptions = await inspectScript(k6, script, environment, options.signal);
    await describeTarget(record, target);
    options.signal.throwIfAborted();
    record.k6.arguments = k6Arguments(record.runId, folder, environment, options.k6Options, script);
    saveRunRecord(folder, record);
    return await drive(folder, record, k6, phases, plan, options, signal.broken);
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

async function drive(
  folder: string,
  record: RunRecord,
  k6: K6Binary,
  phases: Phase[],
  plan: Plan,
  options: RunOptions,
  broken: AbortSignal,
): Promise<RunResult> {
  const progress = new JournalProgress(
    join(folder, RUN_FILES.journal),
    phases,
    uploadsOfTps(plan.documentProfile),
  );
  const ticker = setInterval(() => options.onProgress(progress.read()), PROGRESS_EVERY_MS);
  let resources: { stop(): void } | undefined;
  try {
    const code = await launchK6({
      k6,
      arguments: record.k6.arguments,
      logFile: join(folder, RUN_FILES.k6Log),
      onOutput: options.onOutput,
      onStart: (pid) => {
        resources = sampleResources(pid, join(folder, RUN_FILES.resources));
      },
      signal: AbortSignal.any([options.signal, broken]),
    });
    record.k6.exitCode = code;
    Object.assign(record, endOf(code, options.signal.aborted));
    if (broken.aborted) {
      record.state = 'failed';
      record.stateReason = `toxiproxy ended while links were played over it; its words are in ${RUN_FILES.toxiproxyLog}`;
    }
    record.endedAt = new Date().toISOString();
    saveRunRecord(folder, record);
    options.onProgress(progress.read());
    return { folder, record, k6ExitCode: code };
  } finally {
    clearInterval(ticker);
    resources?.stop();
  }
}

/** k6's exit codes of a run that went to its end: thresholds held, or some did not. Source: k6 `errext/exitcodes`. */
const RAN_TO_ITS_END = [0, 99];

function endOf(code: number | null, interrupted: boolean): Pick<RunRecord, 'state' | 'stateReason'> {
  if (interrupted) return { state: 'interrupted', stateReason: 'stopped by the operator' };
  if (code === null) return { state: 'failed', stateReason: 'k6 was killed by a signal' };
  if (RAN_TO_ITS_END.includes(code)) return { state: 'finished', stateReason: null };
  return {
    state: 'failed',
    stateReason: `k6 ended with exit code ${code}; its words are in ${RUN_FILES.k6Log}`,
  };
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

async function describeTarget(record: RunRecord, target: string): Promise<void> {
  const readback = mockReadback(target);
  const health = await readback.health();
  if (health.plan !== null && health.plan !== record.plan.sha256) {
    throw new OperatorError(
      'TARGET_CONTRACT',
      `target ${target} was started with another plan (${health.plan.slice(0, 12)}…) than ${record.plan.path} (${record.plan.sha256.slice(0, 12)}…)`,
      `start it with this plan: uji-beban serve --plan ${record.plan.path}`,
    );
  }
  if (!health.simulator) {
    throw new OperatorError(
      'TARGET_NOT_AUTHORISED',
      `target ${target} does not say that it is a simulator: a tunnel or proxy may lead from here to a real system; nothing was sent`,
      'this version sends load to simulators only; start the mock with `uji-beban serve --plan PLAN`',
    );
  }
  record.target.software = health.software;
  record.target.clockSkewMs = health.clockSkewMs;
}

function plannedOperations(phases: Phase[], plan: Plan): number {
  const ofSession = sessionOperations(uploadsOfTps(plan.documentProfile));
  return phases.reduce((sum, { kind, count }) => sum + count * (kind === 'session' ? ofSession : 1), 0);
}
