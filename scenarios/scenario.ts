import { SharedArray } from 'k6/data';
import type { Options } from 'k6/options';
import type { Disturbance } from '../fixtures/plan/types.ts';
import type { Composition } from './composition.ts';
import { credentialsOf } from './credentials.ts';
import type { PhaseOfVus, Prepared } from './init-stage/prepare.ts';
import type { CommonLinks } from './init-stage/settings.ts';
import { type Iterations, iterationsOf } from './iterations.ts';
import type { PhaseLists, PlayedPhase } from './play.ts';
import type { TargetOf } from './signal/linked-target.ts';
import { type OpenAt, openTarget } from './targets/open-target.ts';
import type { WorkloadName } from './workloads/phase.ts';

/** What an entry exports to k6: the options, one function a phase by the phase's name, and what comes after all of them. */
export type Scenario = Iterations & {
  /** In k6's first reading of a script only: k6 asks for it there, and writes all options anew into what any other VU exports. */
  options: Options | undefined;
};

/**
 * A workload with the flow, the part and the readers that the environment names. Runs in k6's init stage, once a VU.
 *
 * What is made here lives as long as the VU, and so does each of the language's own objects that is used for the first time: see docs/k6.md, "What a VU keeps".
 */
export function defineScenario(workload: WorkloadName, composition: Composition): Scenario {
  const { initStage, adapter, plays, openPhotos, overLinks } = composition;
  /** One value for all VUs, of which each has a copy. */
  const shareOne = <T>(name: string, make: () => T) => new SharedArray(name, () => [make()])[0] as T;
  const settings = shareOne('settings', () => initStage().readSettings(__ENV));
  const { environment, requestTimeoutSecond, links } = settings;
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

  function linked(common: CommonLinks, file: string): TargetOf {
    if (overLinks === null) throw new Error('This script was made for a run without bad links.');
    const tps = new SharedArray('links of TPS', () => initStage().readTpsLinks(file));
    return overLinks(common, tps, target, openAt);
  }

  // Folded into this function they would hold all that stands here for as long as the VU lives: see cli/targets/fold-script.ts.
  const iterations = /* @__NOINLINE__ */ iterationsOf({
    workload,
    run: environment.runId,
    speed: environment.speed,
    model,
    elections,
    target,
    targetOf: links === null || linksFile === null ? null : linked(links, linksFile),
    form: form as NonNullable<typeof form>,
    phases,
    plays,
    disturbances,
  });
  return { ...iterations, options };
}
