import { constantRate } from '../../fixtures/arrival/schedule.ts';
import type { RateKnot, Take } from '../../fixtures/plan/types.ts';
import { type FlowName, flowShape } from '../flows/catalog.ts';
import {
  loginPhase,
  plenoPhase,
  readPhase,
  reloginPhase,
  retestPhase,
  sessionPhases,
  takesOf,
} from './flow-phases.ts';
import type { PlannedLoad, PpsLoad } from './load.ts';
import { namedShape, SMOKE, smokeShape } from './named.ts';
import type { Helping, Phase, WorkloadName } from './phase.ts';
import { openingSecond, PLENO_AFTER_UPLOADS_SECOND } from './pleno-schedule.ts';
import { populationOf } from './rates.ts';
import { WorkloadRefused } from './refused.ts';
import type { Shape } from './shape.ts';

/** What failed in the earlier run and is tested again first (round 2 with `--after`), by number. */
export interface RetestCounts {
  tps: number;
  /** Accounts that gave up a login. */
  logins: number;
}

const NOTHING_AGAIN: RetestCounts = { tps: 0, logins: 0 };

/** Who does what, and how much of it when. */
export interface ScenarioChoice {
  workload: WorkloadName;
  flow: FlowName;
  /** Readers of the published results beside the uploads of a round. */
  readers: boolean;
  /** The target has the pleno: round 2 ends with it. Missing: it has not. */
  pleno?: boolean;
}

/**
 * What a run asks of the target, phase by phase, in order of their start. The scenarios run it, the audit holds the journal
 * against it; neither computes it a second time.
 * @throws WorkloadRefused where the load cannot be asked for this
 */
export function phasesOf(choice: ScenarioChoice, load: PlannedLoad, again = NOTHING_AGAIN): Phase[] {
  const { workload, flow, readers } = choice;
  if (workload === 'round-1' || workload === 'round-2') return round(choice, workload, load, again);
  if (readers) {
    throw new WorkloadRefused(
      `readers beside the uploads go with a round, not with ${workload}`,
      `drop them, or run them alone: the flow readers with the workload ${workload}`,
    );
  }
  return workload === 'smoke' ? smoke(flow, load) : named(workload, flow, load);
}

function round(
  { flow, readers, pleno = false }: ScenarioChoice,
  take: 'round-1' | 'round-2',
  load: PlannedLoad,
  again: RetestCounts,
): Phase[] {
  const shape = flowShape(flow);
  if (shape.population !== 'tps' && shape.population !== 'pps') {
    throw new WorkloadRefused(
      `${take} is logins and then TPS that upload${take === 'round-2' ? ', then the pleno' : ''}; the flow ${flow} is not for TPS`,
      `run the flow ${flow} with a named workload, e.g. average-load`,
    );
  }
  const { login, arrivals, retest } = load.workload;
  // At the rate of the storm that they failed in, and over before TPS are tested again with the same accounts.
  const loginsSecond = (login.durationSecond * again.logins) / load.accounts;
  const lead = loginsSecond + (again.tps === 0 ? 0 : retest.durationSecond);
  const { durationSecond, knots } = arrivals;
  const pps = shape.population === 'pps' ? requirePps(load) : null;
  const evening =
    pps === null ? { count: load.tps, durationSecond, knots } : { count: pps.tpsOf.length, ...pps.arrivals };
  const uploadsAt = lead + login.durationSecond;
  return [
    ...(again.logins === 0 ? [] : [reloginPhase(constant(again.logins, loginsSecond))]),
    ...(again.tps === 0 ? [] : [retestPhase(constant(again.tps, retest.durationSecond), loginsSecond)]),
    loginPhase(constant(load.accounts, login.durationSecond), lead),
    ...sessionPhases(
      shape,
      take,
      evening,
      uploadsAt,
      load.workload,
      helpingOf(load, pps, evening.count, true),
    ),
    ...(readers ? [readPhase(readersOfEvening(load), uploadsAt)] : []),
    ...(pleno && take === 'round-2' && load.plenary.kecamatan > 0
      ? [
          plenoPhase(
            shape,
            plenoOfAll(load),
            uploadsAt + durationSecond + PLENO_AFTER_UPLOADS_SECOND,
            load.plenary,
          ),
        ]
      : []),
  ];
}

function plenoOfAll({ plenary }: PlannedLoad): Shape {
  return constant(plenary.kecamatan, openingSecond(plenary.kecamatan));
}

/** Readers arrive as the TPS do. */
function readersOfEvening(load: PlannedLoad): Shape {
  const count = populationOf(load, 'visits');
  const { durationSecond, knots } = load.workload.arrivals;
  // Rounded up each: less than one arrival more over the whole night, and never the last one lost.
  const scaled = knots.map(
    ({ second, rate }): RateKnot => ({
      second,
      rate: Math.ceil((rate * (count + 0.25)) / (load.tps + 0.25)),
    }),
  );
  return { count, durationSecond, knots: scaled };
}

function smoke(flow: FlowName, load: PlannedLoad): Phase[] {
  const shape = flowShape(flow);
  const pps = shape.population === 'pps' ? requirePps(load) : null;
  const sessions = smokeShape(shape.population, load, SMOKE.sessionsSecond);
  const logins = smokeShape('accounts', load, SMOKE.loginSecond);
  const helping = helpingOf(load, pps, sessions.count, false);
  switch (shape.population) {
    case 'tps':
    case 'pps':
      return [
        loginPhase(logins, 0),
        ...sessionPhases(shape, 'round-1', sessions, SMOKE.loginSecond, load.workload, helping),
      ];
    case 'accounts':
      return [loginPhase(logins, 0)];
    case 'kecamatan':
      return [plenoPhase(shape, someKecamatan(sessions), 0, load.plenary)];
    case 'visits':
      return [readPhase(sessions, 0)];
  }
}

function named(workload: Parameters<typeof namedShape>[0], flow: FlowName, load: PlannedLoad): Phase[] {
  const shape = flowShape(flow);
  const pps = shape.population === 'pps' ? requirePps(load) : null;
  const arrivals = namedShape(workload, shape.population, load);
  const helping = helpingOf(load, pps, arrivals.count, false);
  switch (shape.population) {
    case 'tps':
    case 'pps':
      return sessionPhases(shape, 'round-1', arrivals, 0, load.workload, helping);
    case 'accounts':
      return [loginPhase(arrivals, 0)];
    case 'kecamatan':
      return [plenoPhase(shape, arrivals, 0, load.plenary)];
    case 'visits':
      return [readPhase(arrivals, 0)];
  }
}

/** @throws WorkloadRefused where no kecamatan is asked as a whole */
function someKecamatan(sessions: Shape): Shape {
  if (sessions.count > 0) return sessions;
  throw new WorkloadRefused(
    'no kecamatan is asked as a whole, or the plan has no accounts of a PPK, so there is no pleno',
    'choose a whole kecamatan with --kecamatan, or the whole region',
  );
}

/**
 * The bytes in which a run uploads pages, whatever the load.
 * @param retestCount TPS that failed in the earlier run
 */
export function takesAsked(choice: Pick<ScenarioChoice, 'workload' | 'flow'>, retestCount: number): Take[] {
  const shape = flowShape(choice.flow);
  if (shape.population !== 'tps' && shape.population !== 'pps') return [];
  const own = takesOf(shape, choice.workload === 'round-2' ? 'round-2' : 'round-1');
  return retestCount === 0 ? own : ['retest', ...own];
}

function requirePps({ pps }: PlannedLoad): PpsLoad {
  if (pps !== null) return pps;
  throw new WorkloadRefused(
    'this plan has no operators of the PPS that have TPS to help',
    'choose the flow kpps, or generate the plan from a region with accounts.ppsOperatorsPerKelurahan',
  );
}

/** What the first `count` operators do. @param asTheyArrive in a round each TPS is helped when it has arrived */
function helpingOf(
  load: PlannedLoad,
  pps: PpsLoad | null,
  count: number,
  asTheyArrive: boolean,
): Helping | null {
  if (pps === null) return null;
  let { tps } = load;
  if (count < pps.tpsOf.length) {
    tps = 0;
    for (let i = 0; i < count; i++) tps += pps.tpsOf[i] as number;
  }
  const { most, longestSecond } = pps;
  return { tps, most, asTheyArrive, longestSecond: longestSecond[asTheyArrive ? 'asTheyArrive' : 'atOnce'] };
}

function constant(count: number, durationSecond: number): Shape {
  return { count, durationSecond, knots: constantRate(count, durationSecond) };
}
