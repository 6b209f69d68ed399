import exec from 'k6/execution';
import type { Disturbance } from '../fixtures/plan/types.ts';
import { disturb } from './disturb.ts';
import { Stopping } from './flows/rest.ts';
import { isPromise } from './flows/when-there.ts';
import { sessionText, writeJournal } from './journal.ts';
import type { Begun, PlayedPhase, Plays, Vu } from './play.ts';
import type { TargetOf } from './signal/linked-target.ts';
import type { PhaseName, WorkloadName } from './workloads/phase.ts';

/** What iterations are made of. */
export interface Played extends Omit<Vu, 'context' | 'targetOf'> {
  workload: WorkloadName;
  run: string;
  /** null where all of them reach the one target alike. */
  targetOf: TargetOf | null;
  phases: readonly PlayedPhase[];
  plays: Plays;
  /** Of the plan, what the target itself is to play while TPS upload. */
  disturbances: ArrayLike<Disturbance>;
}

/** One function a phase, by the phase's name, and what comes after all of them. */
export type Iterations = Partial<Record<PhaseName, () => unknown>> & { teardown(): void };

/**
 * The functions that k6 calls, an iteration a call. They hold what they are given here and nothing of the init stage, which is over when they are made.
 * @throws Error for a phase that this script cannot play
 */
export function iterationsOf(played: Played): Iterations {
  const { workload, run, phases, plays, disturbances, speed, model, elections, target, form } = played;
  const vu: Vu = {
    speed,
    model,
    elections,
    target,
    form,
    targetOf: played.targetOf ?? (() => target),
    context(phase, session, account, tps) {
      const operator = phase.kind === 'reader' ? { ...model.operator, attempts: 1 } : model.operator;
      const about = { run, phase: phase.name, session, account, tps, speed, operator };
      return { ...about, journalPart: sessionText(about) };
    },
  };

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

  const iterations: Iterations = { teardown: writeEnd };
  for (let i = 0; i < phases.length; i++) {
    const phase = phases[i] as PlayedPhase;
    const play = plays[phase.play];
    if (play === undefined) throw new Error(`This script was made for a run without ${phase.play}.`);
    iterations[phase.name] = () => {
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
  return iterations;
}
