import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { arrivalSeconds } from '../../fixtures/arrival/schedule.ts';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { lineFiles } from '../../fixtures/plan/line-files.ts';
import type { Plan, Take } from '../../fixtures/plan/types.ts';
import { flowShape } from '../../scenarios/flows/catalog.ts';
import { type Site, siteAreas } from '../../scenarios/readers/site.ts';
import { phasesOf, takesAsked } from '../../scenarios/workloads/index.ts';
import { loadOf, type PlannedLoad } from '../../scenarios/workloads/load.ts';
import { inPart, loadOfPart } from '../../scenarios/workloads/part.ts';
import type { Phase } from '../../scenarios/workloads/phase.ts';
import { plannedPlenary, plenaryKecamatan } from '../../scenarios/workloads/planned-plenary.ts';
import { withPps } from '../../scenarios/workloads/pps-load.ts';
import { type RetestLogin, type RetestTps, RUN_FILES, type RunRecord } from '../run-folder/types.ts';
import { readLines } from './lines.ts';
import { plannedHelp } from './planned-help.ts';
import { PlannedPlenos } from './planned-plenos.ts';
import { type PlannedPhase, PlannedRun } from './planned-run.ts';
import { PlannedVisits } from './planned-visits.ts';
import { readJson } from './read-json.ts';
import { readStop } from './run-stop.ts';
import { readTpsTable, type TpsEntry, type TpsTable } from './tps-table.ts';
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
  const { tps: retest, logins } = await readRetest(join(runDir, RUN_FILES.retest));
  const files = lineFiles('tps', plan.shards);
  // Which takes are needed does not depend on the load, which is known only from the lines.
  const asking = takesAsked(run, retest.length);
  const takes = ALL_TAKES.filter((take) => asking.includes(take));
  const choice = { ...run, pleno: !run.target.missingParts.includes('pleno') };
  const mayHoldPleno =
    choice.pleno && (run.workload === 'round-2' || flowShape(run.flow).population === 'kecamatan');
  const { table, sha256 } = await readTpsTable(runDir, files, takes, mayHoldPleno);
  const asked = askedOf(run, plan, table);
  const phases = phasesOf(choice, asked.load, { tps: retest.length, logins: logins.length });
  const copies: PlanCopy[] = [
    { file: RUN_FILES.plan, expected: run.plan.sha256, found: hash('sha256', bytes) },
    ...files.map((file, i) => ({
      file,
      expected: plan.files[file]?.sha256 ?? null,
      found: sha256[i] ?? '',
    })),
  ];
  return new PlannedRun({
    run,
    plan,
    table,
    phases: plannedPhases(phases, table, asked.inOrder, retest, siteOf(run, plan, table), plan, (phase) =>
      plenosOf(run, plan, table, phase),
    ),
    copies,
    retestCount: retest.length,
    retestLogins: logins.map(({ account }) => account),
    load: asked.load,
    stop: await readStop(
      runDir,
      run,
      phases.reduce((sum, { count }) => sum + count, 0),
    ),
  });
}

/** The kecamatan of a phase's sessions, with their TPS in order of code. */
function plenosOf(run: RunRecord, plan: Plan, { entries }: TpsTable, phase: Phase): PlannedPlenos {
  const kecamatan = plenaryKecamatan(plan, run.part?.codes ?? null).slice(0, phase.count);
  const forms: Record<string, string[]> = Object.fromEntries(kecamatan.map(({ code }) => [code, []]));
  for (const { kode, kecamatan: code, elections } of entries)
    for (const election of elections) forms[code]?.push(`${kode}/${election}`);
  return new PlannedPlenos(
    kecamatan.map(({ code, pleno }) => {
      const offline = pleno === 'offline';
      const all = forms[code] ?? [];
      return { kecamatan: code, offline, forms: offline ? [] : all, formsInFile: offline ? all.length : 0 };
    }),
    phase.plenary ?? { hands: 1, operators: 0, mostForms: 0 },
  );
}

/** The load of the plan or of the run's part of it, and the places of its TPS in the table, in order of arrival. */
function askedOf(
  run: RunRecord,
  plan: Plan,
  { entries }: TpsTable,
): { load: PlannedLoad; inOrder: number[] } {
  const codes = run.part?.codes ?? null;
  const inOrder = [...entries.keys()]
    .filter((index) => inPart(codes, entries[index]?.kode ?? ''))
    .sort((a, b) => (entries[a]?.arrivalRank ?? 0) - (entries[b]?.arrivalRank ?? 0));
  if (inOrder.length === 0 && run.part !== null) {
    throw new OperatorError(
      'RUN_INVALID',
      'The copy of the plan has no TPS in the part that was run.',
      COPY_REMEDY,
    );
  }
  const arrivals = inOrder.map((index) => entries[index] as TpsEntry);
  const whole = loadOf(plan, plannedPlenary(plan, null));
  const load =
    run.part === null ? whole : loadOfPart(whole, arrivals, run.part.accounts, plannedPlenary(plan, codes));
  return { load: flowShape(run.flow).population === 'pps' ? withPps(load, plan, arrivals) : load, inOrder };
}

/** The published areas that readers look at. */
function siteOf(run: RunRecord, plan: Plan, { entries }: TpsTable): Site {
  const codes = run.part?.codes ?? null;
  const kodes = entries.map(({ kode }) => kode).filter((kode) => inPart(codes, kode));
  return { elections: plan.elections.map(({ code }) => code), ...siteAreas(kodes) };
}

function plannedPhases(
  phases: readonly Phase[],
  table: TpsTable,
  inOrder: readonly number[],
  retest: readonly RetestTps[],
  site: Site,
  plan: Plan,
  plenosOf: (phase: Phase) => PlannedPlenos,
): PlannedPhase[] {
  let nextUpload = 0;
  const planned: PlannedPhase[] = [];
  for (const phase of phases) {
    const startSecond = arrivalSeconds(phase.knots, phase.count);
    const none = {
      phase,
      startSecond,
      tps: null,
      firstTps: null,
      turnSecond: startSecond,
      firstUpload: null,
      visits: null,
      plenos: null,
    };
    if (phase.kind === 'login') {
      planned.push(none);
      continue;
    }
    if (phase.kind === 'reader') {
      planned.push({ ...none, visits: new PlannedVisits(site, startSecond) });
      continue;
    }
    if (phase.kind === 'pleno') {
      planned.push({ ...none, plenos: plenosOf(phase) });
      continue;
    }
    const repeated = planned.find((other) => other.phase.name === phase.repeats);
    if (repeated !== undefined) {
      planned.push({ ...none, tps: repeated.tps, firstUpload: repeated.firstUpload });
      continue;
    }
    const help = phase.helping === null ? null : plannedHelp(phase, startSecond, inOrder, table, plan);
    const order = help?.order ?? inOrder;
    const count = help?.order.length ?? phase.count;
    const tps = new Uint32Array(count);
    const firstUpload = new Uint32Array(count + 1);
    for (let i = 0; i < count; i++) {
      const index = phase.name === 'retest' ? table.indexOf(retest[i]?.tps ?? '') : (order[i] ?? -1);
      const entry = table.entries[index];
      if (entry === undefined) throw noSuchTps(phase, i, retest);
      tps[i] = index;
      firstUpload[i] = nextUpload;
      nextUpload += entry.pages.length * phase.takes.length;
    }
    firstUpload[count] = nextUpload;
    const turns = help === null ? {} : { firstTps: help.firstTps, turnSecond: help.turnSecond };
    planned.push({ ...none, ...turns, tps, firstUpload });
  }
  return planned;
}

function noSuchTps(phase: Phase, session: number, retest: readonly RetestTps[]): OperatorError {
  const what =
    phase.name === 'retest' ? `TPS ${retest[session]?.tps}` : `the TPS number ${session} in order of arrival`;
  return new OperatorError(
    'RUN_INVALID',
    `Session ${session} of phase ${phase.name} is planned for ${what}, but the copy of the plan has none.`,
    COPY_REMEDY,
  );
}

/** Lines of retest.ndjson; none where the file is not there. */
async function readRetest(path: string): Promise<{ tps: RetestTps[]; logins: RetestLogin[] }> {
  const lines: (RetestTps | RetestLogin)[] = [];
  if (!existsSync(path)) return { tps: [], logins: [] };
  for await (const { text } of readLines(path)) {
    if (text === '') continue;
    try {
      lines.push(JSON.parse(text) as RetestTps | RetestLogin);
    } catch (cause) {
      throw new OperatorError('RUN_INVALID', `${path}:${lines.length + 1} is not JSON.`, COPY_REMEDY, {
        cause,
      });
    }
  }
  return {
    tps: lines.filter((line) => 'tps' in line),
    logins: lines.filter((line) => 'account' in line),
  };
}
