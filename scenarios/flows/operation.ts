import { sleep } from 'k6';
import exec from 'k6/execution';
import type { WorkloadModel } from '../../fixtures/plan/types.ts';
import { writeJournal } from '../journal.ts';
import type { Operation } from '../journal-line.ts';
import { attemptsFailed, latencyFromPlan } from '../metrics.ts';
import { backoffSecond, isWorthRetrying } from '../operator-retry.ts';
import type { Answer } from '../targets/target.ts';

/** What all operations of one session have in common. */
export interface SessionContext {
  run: string;
  phase: string;
  session: number;
  account: string;
  tps: string | null;
  /** Plan seconds per real second. */
  speed: number;
  operator: WorkloadModel['operator'];
}

/** What is said of one operation in each of its journal lines. */
export interface OperationSubject {
  operation: Operation;
  /** Epoch ms. */
  plannedAt: number;
  document?: string;
  page?: number;
  key?: string;
  bytes?: number;
  sha256?: string;
}

/** Waits until the plan's time. In an arrival-rate scenario this is the plan's own pacing, not think time. */
export function waitUntil(epochMs: number): void {
  const wait = epochMs - Date.now();
  if (wait > 0) sleep(wait / 1000);
}

/**
 * Carries out one operation as a person would: tries, waits, tries again, a bounded number of times. Every attempt is
 * a line of the journal, written when its answer is there.
 * @param send sends one request
 * @returns the last answer
 */
export function perform<A extends Answer & { complete?: boolean }>(
  context: SessionContext,
  subject: OperationSubject,
  send: (attempt: number) => A,
): A {
  const { operation, plannedAt } = subject;
  for (let attempt = 1; ; attempt++) {
    const startedAt = Date.now();
    const answer = send(attempt);
    const { errorClass } = answer;
    const final = errorClass === null || attempt >= context.operator.attempts || !isWorthRetrying(errorClass);
    writeJournal({
      v: 1,
      kind: 'attempt',
      run: context.run,
      phase: context.phase,
      session: context.session,
      operation,
      plannedAt,
      startedAt,
      durationMs: answer.durationMs,
      account: context.account,
      tps: context.tps,
      document: subject.document ?? null,
      page: subject.page ?? null,
      key: subject.key ?? null,
      attempt,
      final,
      status: answer.status,
      errorClass,
      errorCode: answer.errorCode,
      bytes: subject.bytes ?? 0,
      sha256: subject.sha256 ?? null,
      acknowledged: errorClass === null,
      ...(answer.complete === undefined ? {} : { complete: answer.complete }),
    });
    if (errorClass === null) {
      // Clocks here count whole milliseconds, plans do not: a start can seem up to one early.
      latencyFromPlan.add(Math.max(0, startedAt - plannedAt) + answer.durationMs, { operation });
      return answer;
    }
    attemptsFailed.add(1, { operation, error_class: errorClass });
    if (final) return answer;
    sleep(backoffSecond(context.operator, attempt, context.session) / context.speed);
  }
}

/** Writes the line that ties a phase to the clock; the first session of the phase calls it. */
export function announcePhase(run: string, phase: string, count: number): void {
  writeJournal({ v: 1, kind: 'phase', run, phase, startedAt: exec.scenario.startTime, count });
}
