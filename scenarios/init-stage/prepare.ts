import type { Options } from 'k6/options';
import { arrivalSeconds } from '../../fixtures/arrival/schedule.ts';
import { type Disturbance, type PhotoIndex, SIGNAL_DISTURBANCES } from '../../fixtures/plan/types.ts';
import { flowShape } from '../flows/catalog.ts';
import type { PhaseLists, PlayedPhase, SessionModel } from '../play.ts';
import { visitReads } from '../readers/visit.ts';
import type { OptionalPart } from '../targets/parts.ts';
import { TOLD_TO_TOOLS, type ToldToTools } from '../told-to-tools.ts';
import { formsOfTps } from '../workloads/forms-of-tps.ts';
import { phasesOf } from '../workloads/index.ts';
import type { Phase, WorkloadName } from '../workloads/phase.ts';
import { playNameOf } from '../workloads/play-name.ts';
import { uploadsOfTps } from '../workloads/session-schedule.ts';
import { readChoice } from './choice.ts';
import { withLinks } from './link-options.ts';
import { networkOptions } from './network-options.ts';
import { optionsFor, readyVus } from './options.ts';
import { readPlan } from './plan.ts';
import type { Settings } from './settings.ts';
import { TakingPart } from './taking-part.ts';
import { requireParts } from './target-parts.ts';
import { type PlannedTotals, thresholdsFor } from './thresholds.ts';

/** What every VU holds a copy of: as little as can be. */
export interface RunOfVus {
  model: SessionModel;
  elections: string[];
  phases: PhaseOfVus[];
  /** VUs that may upload at the same time, and the size of the largest photo; null where nothing is uploaded. */
  photos: { vus: number; largestBytes: number } | null;
}

/** `lists`: each list of the phase, and the name under which it is shared. */
export interface PhaseOfVus extends Omit<PlayedPhase, 'of'> {
  lists: { list: keyof PhaseLists; name: string }[];
}

/** What a run is, worked out once for all VUs. */
export interface Prepared {
  run: RunOfVus;
  options: Options;
  /** Makes a list, by the name under which it is shared. */
  lists: Record<string, () => readonly unknown[]>;
  /** Empty where nothing is uploaded. */
  photos: PhotoIndex['photos'];
  /** Of the plan, what the target itself is to play while TPS upload. */
  disturbances: Disturbance[];
}

/** What is asked of the target's adapter before anything is sent. */
export interface AskedTarget {
  parts: readonly OptionalPart[];
  photoField: string;
}

/**
 * Works out what a workload asks, with the flow, the part and the readers that the environment names.
 * @throws Error or WorkloadRefused where the plan or the target cannot be asked for this; k6 then ends with exit code 107
 */
export function prepare(
  workload: WorkloadName,
  env: Record<string, string | undefined>,
  { environment, links }: Settings,
  { parts, photoField }: AskedTarget,
): Prepared {
  const { plan: folder, retest, speed, permitted } = environment;
  const choice = readChoice(env);
  const plan = readPlan(folder);
  const taking = new TakingPart(folder, plan, choice.part, retest);
  const load = taking.load(flowShape(choice.flow).population === 'pps');
  const pleno = parts.includes('pleno');
  const phases = phasesOf({ ...choice, workload, pleno }, load, taking.retestCounts());
  requireParts(parts, phases);
  const pages = uploadsOfTps(plan.documentProfile);
  const forms = formsOfTps(plan.documentProfile).length;
  const thresholds = thresholdsFor(workload, totalsOf(phases, pages, taking));
  const uploading = phases.some(({ kind }) => kind === 'session');
  const photos = uploading ? (JSON.parse(open(`${folder}/photos.index.json`)) as PhotoIndex).photos : [];
  const lists: Prepared['lists'] = {};
  const { documentSpacingSecond, batchSpacingSecond, operator, disturbances } = load.workload;
  return {
    run: {
      model: { documentSpacingSecond, batchSpacingSecond, operator },
      elections: plan.elections.map(({ code }) => code),
      phases: phases.map((phase) => {
        const own: PhaseOfVus['lists'] = [];
        for (const [list, make] of Object.entries(taking.listsOf(phase, load))) {
          const name = `${list}-${phase.name}`;
          own.push({ list: list as keyof PhaseLists, name });
          lists[name] = make;
        }
        if (phase.repeats !== null) own.push({ list: 'sessions', name: `sessions-${phase.repeats}` });
        const { name, kind, count, taps, repeats, plenary } = phase;
        const play = playNameOf(phase);
        return { name, kind, count, taps, repeats, plenary, play, lists: own };
      }),
      photos: uploading
        ? {
            vus: Math.max(...phases.map((phase) => readyVus(phase, load.workload, pages, speed, forms))),
            largestBytes: photos.reduce((most, { bytes }) => Math.max(most, bytes), 0),
          }
        : null,
    },
    options: {
      ...withLinks(optionsFor(phases, load.workload, pages, speed, thresholds, forms), links, phases, speed),
      ...networkOptions(permitted, links),
      ...(uploading && { ext: { [TOLD_TO_TOOLS]: { photoField } satisfies ToldToTools } }),
    },
    lists,
    photos,
    disturbances: disturbances.filter(({ type }) => !SIGNAL_DISTURBANCES.includes(type)),
  };
}

function totalsOf(phases: readonly Phase[], pages: number, taking: TakingPart): PlannedTotals {
  const reading = phases.find(({ kind }) => kind === 'reader');
  return {
    uploads: sum(phases, ({ repeats, takes, count, helping }) =>
      repeats === null ? (helping?.tps ?? count) * pages * takes.length : 0,
    ),
    logins: sum(phases, ({ kind, count }) => (kind === 'reader' ? 0 : count)),
    plenos: phases.find(({ kind }) => kind === 'pleno')?.count ?? 0,
    reads: reading === undefined ? 0 : readsOf(reading, taking),
    forms: sum(phases, (phase) => (phase.confirms ? taking.confirmableForms(phase) : 0)),
  };
}

function readsOf({ knots, count }: Phase, taking: TakingPart): number {
  const site = taking.site();
  let reads = 0;
  for (const [index, second] of arrivalSeconds(knots, count).entries())
    reads += visitReads(site, index, second).length;
  return reads;
}

function sum<T>(of: readonly T[], value: (each: T) => number): number {
  return of.reduce((total, each) => total + value(each), 0);
}
