import type { Operation } from '../../scenarios/journal-line.ts';
import { statusOffsetSecond, uploadOffsetSecond } from '../../scenarios/workloads/session-schedule.ts';
import type { PlannedPhase, PlannedRun } from './planned-run.ts';

/** The operation with which each session of a phase begins. */
export function firstOperation({ phase }: PlannedPhase): Operation {
  return phase.kind === 'reader' ? 'read' : 'login';
}

/** Plan seconds, from the phase's start, of every such operation of a phase, session by session. */
export function* plannedSeconds(
  planned: PlannedRun,
  phase: PlannedPhase,
  operation: Operation,
): Generator<number> {
  const { workload } = planned.plan;
  for (const [session, start] of phase.startSecond.entries()) {
    if (phase.plenos !== null) {
      yield* phase.plenos.seconds(session, start, operation);
      continue;
    }
    const tps = planned.sessionTps(phase, session);
    if (operation === 'read') {
      for (const { second } of phase.visits?.reads(session, start) ?? []) yield second;
    } else if (tps === null || operation === 'login' || operation === 'list') yield start;
    else {
      const uploads = tps.pages.length * phase.phase.takes.length;
      if (operation === 'status') yield start + statusOffsetSecond(workload, tps.way, uploads);
      else for (let k = 0; k < uploads; k++) yield start + uploadOffsetSecond(workload, tps.way, k);
    }
  }
}
