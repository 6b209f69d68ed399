import { SharedArray } from 'k6/data';
import exec from 'k6/execution';
import type { Options } from 'k6/options';
import type { Disturbance } from '../fixtures/plan/types.ts';
import type { Composition } from './composition.ts';
import { credentialsOf } from './credentials.ts';
import { disturb } from './disturb.ts';
import { Stopping } from './flows/rest.ts';
import { isPromise } from './flows/when-there.ts';
import type { PhaseOfVus, Prepared } from './init-stage/prepare.ts';
import { sessionText, writeJournal } from './journal.ts';
import type { Begun, PhaseLists, PlayedPhase, Vu } from './play.ts';
import { type OpenAt, openTarget } from './targets/open-target.ts';
import type { PhaseName, WorkloadName } from './workloads/phase.ts';

/** What an entry exports to k6: the options, one function a phase by the phase's name, and what comes after all of them. */
export type Scenario = Partial<Record<PhaseName, () => unknown>> & {
  /** In k6's first reading of a script only: k6 asks for it there, and writes all options anew into what any other VU exports. */
  options: Options | undefined;
  teardown(): void;
};

/**
 * A workload with the flow, the part and the readers that the environment names. Runs in k6's init stage, once a VU.
 *
 * What is made here lives as long as the VU, and so does each of the language's own objects that is used for the first time: see docs/k6.md, "What a VU keeps".
 */
export function defineScenario(workload: WorkloadName, composition: Composition): Scenario {
  const { initStage, adapter, plays, openPhotos, overLinks } = composition;
  const settings = shareOne('settings', () => initStage().readSettings(__ENV));
  const { environment, requestTimeoutSecond, links } = settings;
  const { runId: run, speed } = environment;
  const { secrets: secretsFile, links: linksFile } = environment;
  const credentials = credentialsOf(
    secretsFile === null ? null : new SharedArray('secrets', () => initStage().readSecrets(secretsFile)),
  );
  const openAt = (at?: OpenAt) => openTarget(adapter(), environment, requestTimeoutSecond, credentials, at);
  const target = openAt();

  // k6 makes what VUs share in its first reading of a script, as VU 0, and takes the options from there; no other VU gets here.
  let made: Prepared | null = null;
  const prepared = () => {
    const { partsOf, prepare } = initStage();
    made ??= prepare(workload, __ENV, settings, {
      parts: partsOf(adapter(), target),
      photoField: target.photoField,
    });
    return made;
  };
  const { model, elections, phases: planned, photos } = shareOne('run', () => prepared().run);
  const options = __VU > 0 ? undefined : prepared().options;
  const phases: PlayedPhase[] = [];
  for (let i = 0; i < planned.length; i++) {
    const { lists, ...phase } = planned[i] as PhaseOfVus;
    const of: Record<string, ArrayLike<unknown>> = {};
    for (let k = 0; k < lists.length; k++) {
      const { list, name } = lists[k] as PhaseOfVus['lists'][number];
      of[list] = new SharedArray(name, () => Array.from(prepared().lists[name]?.() ?? []));
    }
    phases.push({ ...phase, of: of as unknown as PhaseLists });
  }
  const disturbances: ArrayLike<Disturbance> =
    workload === 'round-2' ? new SharedArray('disturbances', () => prepared().disturbances) : [];
  // Opened here, as k6 wants it, and waited for by the first session: top-level await is not for every k6, see docs/k6.md.
  const form =
    photos === null
      ? null
      : openPhotos({
          ...photos,
          folder: environment.plan,
          index: () => new SharedArray('photos', () => prepared().photos),
          field: target.photoField,
        });
  made = null;

  const vu: Vu = {
    speed,
    model,
    elections,
    target,
    targetOf: () => target,
    form: () => form as NonNullable<typeof form>,
    context(phase, session, account, tps) {
      const operator = phase.kind === 'reader' ? { ...model.operator, attempts: 1 } : model.operator;
      const about = { run, phase: phase.name, session, account, tps, speed, operator };
      return { ...about, journalPart: sessionText(about) };
    },
  };
  if (links !== null && linksFile !== null) {
    if (overLinks === null) throw new Error('This script was made for a run without bad links.');
    const tps = new SharedArray('links of TPS', () => initStage().readTpsLinks(linksFile));
    vu.targetOf = overLinks(links, tps, target, openAt);
  }

  /** The session that this iteration is, and when the plan says it starts; null past the plan's end. */
  function begin(phase: PlayedPhase): Begun | null {
    // Every look at exec.scenario makes a new object; one is enough.
    const { iterationInTest: index, startTime } = exec.scenario;
    if (index >= phase.count) return null;
    if (index === 0) {
      writeJournal({ v: 1, kind: 'phase', run, phase: phase.name, startedAt: startTime, count: phase.count });
      if (disturbances.length > 0 && phase.name === 'upload')
        disturb(target, run, Array.from(disturbances), speed, startTime);
    }
    if (workload === 'breakpoint')
      writeJournal({ v: 1, kind: 'start', run, phase: phase.name, session: index, at: Date.now() });
    const second = phase.of.arrivals[index] as number;
    return { index, startAt: startTime + (second * 1000) / speed, phaseStartAt: startTime, second };
  }

  /** Says in the journal that k6 ended a session, or the run. */
  function writeEnd(): void {
    writeJournal({ v: 1, kind: 'end', run, at: Date.now() });
  }

  function noteStop(error: unknown): void {
    if (!(error instanceof Stopping)) throw error;
    writeEnd();
  }

  const scenario: Scenario = { options, teardown: writeEnd };
  for (let i = 0; i < phases.length; i++) {
    const phase = phases[i] as PlayedPhase;
    const play = plays[phase.play];
    if (play === undefined) throw new Error(`This script was made for a run without ${phase.play}.`);
    scenario[phase.name] = () => {
      const begun = begin(phase);
      if (begun === null) return undefined;
      try {
        const playing = play(vu, phase, begun);
        return isPromise(playing) ? playing.catch(noteStop) : undefined;
      } catch (error) {
        return noteStop(error);
      }
    };
  }
  return scenario;
}

/** One value for all VUs, of which each has a copy. */
function shareOne<T>(name: string, make: () => T): T {
  return new SharedArray(name, () => [make()])[0] as T;
}
