import { constantRate } from '../../fixtures/arrival/schedule.ts';
import type { RateKnot } from '../../fixtures/plan/types.ts';
import { type FlowName, flowShape } from '../flows/catalog.ts';
import { loginPhase, plenoPhase, readPhase, retestPhase, sessionPhases } from './flow-phases.ts';
import type { PlannedLoad } from './load.ts';
import { namedShape, SMOKE, smokeShape } from './named.ts';
import type { Phase, WorkloadName } from './phase.ts';
import { openingSecond, PLENO_AFTER_UPLOADS_SECOND } from './pleno-schedule.ts';
import { populationOf } from './rates.ts';
import { WorkloadRefused } from './refused.ts';
import type { Shape } from './shape.ts';

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
 * @param retestCount TPS that failed in the earlier run (round 2 with `--after`), else 0
 * @throws WorkloadRefused where the load cannot be asked for this
 */
export function phasesOf(choice: ScenarioChoice, load: PlannedLoad, retestCount = 0): Phase[] {
  const { workload, flow, readers } = choice;
  if (workload === 'round-1' || workload === 'round-2') return round(choice, workload, load, retestCount);
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
  retestCount: number,
): Phase[] {
  const shape = flowShape(flow);
  if (shape.population !== 'tps') {
    throw new WorkloadRefused(
      `${take} is logins and then TPS that upload${take === 'round-2' ? ', then the pleno' : ''}; the flow ${flow} is not for TPS`,
      `run the flow ${flow} with a named workload, e.g. average-load`,
    );
  }
  const { login, arrivals, retest } = load.workload;
  const lead = retestCount === 0 ? 0 : retest.durationSecond;
  const { durationSecond, knots } = arrivals;
  const evening = { count: load.tps, durationSecond, knots };
  const uploadsAt = lead + login.durationSecond;
  return [
    ...(retestCount === 0 ? [] : [retestPhase(constant(retestCount, lead))]),
    loginPhase(constant(load.accounts, login.durationSecond), lead),
    ...sessionPhases(shape, take, evening, uploadsAt, load.workload),
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
  const sessions = smokeShape(shape.population, load, SMOKE.sessionsSecond);
  const logins = smokeShape('accounts', load, SMOKE.loginSecond);
  switch (shape.population) {
    case 'tps':
      return [
        loginPhase(logins, 0),
        ...sessionPhases(shape, 'round-1', sessions, SMOKE.loginSecond, load.workload),
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
  const arrivals = namedShape(workload, shape.population, load);
  switch (shape.population) {
    case 'tps':
      return sessionPhases(shape, 'round-1', arrivals, 0, load.workload);
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

function constant(count: number, durationSecond: number): Shape {
  return { count, durationSecond, knots: constantRate(count, durationSecond) };
}
