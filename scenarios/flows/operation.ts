import { sleep } from 'k6';
import { attemptText, writeJournalText } from '../journal.ts';
import type { Operation } from '../journal-line.ts';
import { attemptsFailed, latencyFromPlan } from '../metrics.ts';
import type { OperationSubject, SessionContext } from '../operation-subject.ts';
import { backoffSecond, isWorthRetrying } from '../operator-retry.ts';
import type { Answer } from '../targets/target.ts';

/** Made once: a tag object an upload is garbage an upload. */
const OPERATION_TAGS: Record<Operation, { operation: string }> = {
  login: { operation: 'login' },
  list: { operation: 'list' },
  upload: { operation: 'upload' },
  status: { operation: 'status' },
};

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
  send: () => A,
): A {
  const { operation } = subject;
  for (let attempt = 1; ; attempt++) {
    const startedAt = Date.now();
    const answer = send();
    // k6 has no timings of a request that found no connection; the clock has.
    if (answer.durationMs === 0) answer.durationMs = Date.now() - startedAt;
    const { errorClass } = answer;
    const final = errorClass === null || attempt >= context.operator.attempts || !isWorthRetrying(errorClass);
    writeJournalText(attemptText(context, subject, attempt, startedAt, answer, final));
    if (errorClass === null) {
      // Clocks here count whole milliseconds, plans do not: a start can seem up to one early.
      latencyFromPlan.add(
        Math.max(0, startedAt - subject.plannedAt) + answer.durationMs,
        OPERATION_TAGS[operation],
      );
      return answer;
    }
    attemptsFailed.add(1, { operation, error_class: errorClass });
    if (final) return answer;
    sleep(backoffSecond(context.operator, attempt, context.session) / context.speed);
  }
}
