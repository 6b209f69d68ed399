import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { arrivalSecond } from '../../fixtures/arrival/schedule.ts';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { lineFiles } from '../../fixtures/plan/line-files.ts';
import type { Plan, Take } from '../../fixtures/plan/types.ts';
import { phasesOf } from '../../scenarios/workloads/index.ts';
import type { Phase } from '../../scenarios/workloads/phase.ts';
import { type RetestTps, RUN_FILES, type RunRecord } from '../run-folder/types.ts';
import { readLines } from './lines.ts';
import { type PlannedPhase, PlannedRun } from './planned-run.ts';
import { readJson } from './read-json.ts';
import { readTpsTable, type TpsTable } from './tps-table.ts';
import type { PlanCopy } from './types.ts';

const ALL_TAKES: readonly Take[] = ['round-1', 'retest', 'round-2'];
const COPY_REMEDY = 'The run folder keeps its own copy of the plan; put the original copy back or run again.';

/**
 * What a run was to ask of its target, from the plan's copy in the run folder. The accounts are not in the run folder,
 * because of their passwords; of them only the number is known.
 * @throws OperatorError RUN_INVALID when the copies are missing or do not fit together
 */
export async function readPlanned(runDir: string, run: RunRecord): Promise<PlannedRun> {
  const planPath = join(runDir, RUN_FILES.plan);
  const { value: plan, bytes } = readJson<Plan>(planPath, 'plan', COPY_REMEDY);
  const retest = await readRetest(join(runDir, RUN_FILES.retest));
  const phases = phasesOf(run.workload, plan, retest.length);
  const takes = ALL_TAKES.filter((take) => phases.some((phase) => phase.take === take));
  const files = lineFiles('tps', plan.shards);
  const { table, sha256 } = await readTpsTable(runDir, files, takes);
  const copies: PlanCopy[] = [
    { file: RUN_FILES.plan, expected: run.plan.sha256, found: hash('sha256', bytes) },
    ...files.map((file, i) => ({
      file,
      expected: plan.files[file]?.sha256 ?? null,
      found: sha256[i] ?? '',
    })),
  ];
  return new PlannedRun(run, plan, table, plannedPhases(phases, table, retest), copies, retest.length);
}

function plannedPhases(
  phases: readonly Phase[],
  table: TpsTable,
  retest: readonly RetestTps[],
): PlannedPhase[] {
  const byRank: number[] = [];
  for (const [index, { arrivalRank }] of table.entries.entries()) byRank[arrivalRank] = index;
  let nextUpload = 0;
  return phases.map((phase) => {
    const startSecond = Float64Array.from({ length: phase.count }, (_, i) => arrivalSecond(phase.knots, i));
    if (phase.kind === 'login') return { phase, startSecond, tps: null, firstUpload: null };
    const tps = new Uint32Array(phase.count);
    const firstUpload = new Uint32Array(phase.count + 1);
    for (let i = 0; i < phase.count; i++) {
      const index = phase.name === 'retest' ? table.indexOf(retest[i]?.tps ?? '') : (byRank[i] ?? -1);
      const entry = table.entries[index];
      if (entry === undefined) throw noSuchTps(phase, i, retest);
      tps[i] = index;
      firstUpload[i] = nextUpload;
      nextUpload += entry.pages.length;
    }
    firstUpload[phase.count] = nextUpload;
    return { phase, startSecond, tps, firstUpload };
  });
}

function noSuchTps(phase: Phase, session: number, retest: readonly RetestTps[]): OperatorError {
  const what = phase.name === 'retest' ? `TPS ${retest[session]?.tps}` : `a TPS with arrival rank ${session}`;
  return new OperatorError(
    'RUN_INVALID',
    `Session ${session} of phase ${phase.name} is planned for ${what}, but the copy of the plan has none.`,
    COPY_REMEDY,
  );
}

/** Lines of retest.ndjson; none where the file is not there. */
async function readRetest(path: string): Promise<RetestTps[]> {
  if (!existsSync(path)) return [];
  const lines: RetestTps[] = [];
  for await (const { text } of readLines(path)) {
    if (text === '') continue;
    try {
      lines.push(JSON.parse(text) as RetestTps);
    } catch (cause) {
      throw new OperatorError('RUN_INVALID', `${path}:${lines.length + 1} is not JSON.`, COPY_REMEDY, {
        cause,
      });
    }
  }
  return lines;
}
