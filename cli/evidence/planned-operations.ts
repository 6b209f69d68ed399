import type { Operation } from '../../scenarios/journal-line.ts';
import { batchesOf } from '../../scenarios/workloads/offline-schedule.ts';
import { plannedStatusSecond, plannedUploadSecond } from '../../scenarios/workloads/phase-schedule.ts';
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
  if (phase.plenos !== null) {
    for (const [session, start] of phase.startSecond.entries())
      yield* phase.plenos.seconds(session, start, operation);
    return;
  }
  if (phase.visits !== null || phase.tps === null || operation === 'login') {
    for (const [session, start] of phase.startSecond.entries()) {
      if (phase.visits === null) yield start;
      else for (const { second } of phase.visits.reads(session, start)) yield second;
    }
    return;
  }
  for (const [turn, start] of phase.turnSecond.entries()) {
    const tps = planned.sessionTps(phase, turn);
    if (tps === null || operation === 'list') yield start;
    else if (operation === 'reading' || operation === 'confirm') {
      for (const { document } of planned.forms.ofSession(planned, phase, turn))
        yield planned.formSecond(phase, turn, document, operation, 0) ?? start;
    } else {
      const uploads = tps.pages.length * phase.phase.takes.length;
      if (operation === 'status') yield start + plannedStatusSecond(phase.phase, workload, tps.way, uploads);
      else if (operation === 'manifest') yield planned.exchangeSecond(phase, turn, 0, null) ?? start;
      else if (operation === 'batch')
        for (let k = 0; k < batchesOf(uploads); k++) yield planned.exchangeSecond(phase, turn, 0, k) ?? start;
      else
        for (let k = 0; k < uploads; k++)
          yield start + plannedUploadSecond(phase.phase, workload, tps.way, k);
    }
  }
}
