import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeTrouble } from '../../fixtures/file-trouble.ts';
import { OperatorError } from '../../fixtures/operator-error.ts';
import type { Plan } from '../../fixtures/plan/types.ts';
import type { WorkloadName } from '../../scenarios/workloads/phase.ts';
import { uploadsOfTps } from '../../scenarios/workloads/session-schedule.ts';
import { auditFolder } from '../audit/audit-run.ts';
import type { Audit, Verdict } from '../evidence/types.ts';
import { judgeFolder } from '../judge/judge-folder.ts';
import { locateK6 } from '../k6/locate.ts';
import type { Progress } from '../run/progress.ts';
import { type RunResult, runRound } from '../run/run-round.ts';
import { locateToxiproxy } from '../signal/toxiproxy-binary.ts';
import { type EnsuredPlan, ensurePlan } from './ensure-plan.ts';
import { startMock } from './mock-process.ts';

export interface RehearseOptions {
  region: string;
  seed: number;
  photoPool: number;
  speed: number;
  /** Folder of the plan; made if it is not there. */
  plan: string;
  /** New folder for both runs, the store and the logs. */
  out: string;
  k6?: string | undefined;
  signal: AbortSignal;
  /** What is being done, a line each. */
  onStep: (text: string) => void;
  onProgress: (workload: WorkloadName, progress: Progress) => void;
}

export interface RehearsedRound {
  workload: WorkloadName;
  run: RunResult;
  audit: Audit;
  verdict: Verdict;
}

export interface Rehearsal {
  folder: string;
  rounds: [RehearsedRound, RehearsedRound];
}

/**
 * The whole exercise on this machine: plan, mock, round 1, round 2 after it under disturbance, both audited and judged.
 * What it started it stops, however it ends.
 * @throws OperatorError for anything that keeps a stage from being done; what was done stays
 */
export async function rehearse(options: RehearseOptions): Promise<Rehearsal> {
  const { signal, onStep } = options;
  const folder = resolve(options.out);
  const k6 = await locateK6({ path: options.k6, build: true, onOutput: onStep, signal });
  onStep(`k6 ${k6.version} at ${k6.path}`);
  onStep(await toxiproxyStep(onStep, signal));
  const { plan, folder: planFolder, reused } = await preparePlan(options);
  const { counts } = plan;
  onStep(
    `plan of ${plan.area.name} ${reused ? 'is there already' : 'made'}: ${counts.tps} TPS, ${counts.pages} uploads, ${counts.accounts} accounts`,
  );
  stopIfAsked(signal);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw writeTrouble(error, folder);
  }
  const round = async (workload: WorkloadName, after?: string): Promise<RehearsedRound> => {
    const out = join(folder, workload);
    // A store of its own for each round, as a service is emptied between them: round 2 cannot live on round 1's documents.
    const mock = await startMock(
      planFolder,
      join(folder, `${workload}.sqlite`),
      join(folder, `${workload}-mock.log`),
    );
    onStep(`${workload}: mock recap API at ${mock.url}`);
    try {
      const run = await runRound({
        plan: planFolder,
        workload,
        target: mock.url,
        speed: options.speed,
        out,
        after,
        k6: k6.path,
        k6Options: [],
        signal,
        onOutput: () => {},
        onProgress: (progress) => options.onProgress(workload, progress),
      });
      onStep(`${workload}: audit and verdict`);
      // Also of a run that was interrupted: the mock that can be asked is about to stop.
      const audit = await auditFolder({
        run: out,
        refresh: false,
        k6: k6.path,
        k6Options: [],
        // An interrupt has ended the run by then and must not end what says so.
        signal: new AbortController().signal,
      });
      const verdict = await judgeFolder({ run: out });
      stopIfAsked(signal, out);
      if (run.record.state === 'stopped') {
        throw new OperatorError(
          'STOPPED',
          `${workload} was stopped ${run.record.stateReason}; nothing that was started is left running`,
          `what happened is audited and judged: uji-beban report ${out}`,
        );
      }
      return { workload, run, audit, verdict };
    } finally {
      await mock.stop();
    }
  };
  const first = await round('round-1');
  const second = await round('round-2', first.run.folder);
  return { folder, rounds: [first, second] };
}

/** Round 2 can do without bad links, and then says so; so a machine without Go is no reason to stop. */
async function toxiproxyStep(onOutput: (text: string) => void, signal: AbortSignal): Promise<string> {
  try {
    const { version, path } = await locateToxiproxy({ build: true, onOutput, signal });
    return `toxiproxy ${version} at ${path}`;
  } catch (error) {
    if (!(error instanceof OperatorError) || error.code !== 'TOXIPROXY_MISSING') throw error;
    return `no toxiproxy, so round 2 runs over good links only: ${error.message}`;
  }
}

async function preparePlan(options: RehearseOptions): Promise<EnsuredPlan> {
  const prepared = await ensurePlan(
    resolve(options.plan),
    options.region,
    options.seed,
    options.photoPool,
    options.signal,
  );
  const { plan } = prepared;
  // A pool has at least one clean photo a page, and those with faults beside.
  const clean = Math.max(options.photoPool, uploadsOfTps(plan.documentProfile));
  const samePool = plan.photos?.mode === 'pool' && plan.photos.clean === clean;
  if (plan.region !== options.region || plan.seed !== options.seed || !samePool) {
    throw new OperatorError(
      'USAGE',
      `${prepared.folder} is the plan of ${plan.region} with seed ${plan.seed} and ${photosOf(plan)}, not of ${options.region} with seed ${options.seed} and pool:${clean}`,
      'name another --plan folder',
    );
  }
  return prepared;
}

function photosOf({ photos }: Plan): string {
  if (photos === null) return 'no photos';
  return photos.mode === 'pool' ? `pool:${photos.clean}` : 'unique photos';
}

function stopIfAsked(signal: AbortSignal, runFolder?: string): void {
  if (!signal.aborted) return;
  throw new OperatorError(
    'INTERRUPTED',
    'interrupted; nothing that was started is left running',
    runFolder === undefined
      ? 'run it again; what is done is kept'
      : `what happened is audited and judged: uji-beban report ${runFolder}`,
  );
}
