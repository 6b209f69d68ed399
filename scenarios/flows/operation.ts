import { type AnswerDetail, attemptText, writeJournalText } from '../journal.ts';
import type { Operation } from '../journal-line.ts';
import { attemptsFailed, latencyFromPlan } from '../metrics.ts';
import type { OperationSubject, SessionContext } from '../operation-subject.ts';
import { backoffSecond, isWorthRetrying } from '../operator-retry.ts';
import type { Answer } from '../targets/target.ts';
import { glance, rest } from './rest.ts';

/** Each made when it is first needed, and once: a tag object an upload is garbage an upload. */
const operationTags: Partial<Record<Operation, { operation: string }>> = {};

/** HTTP's word for a token that does not count, or no longer. A right that is missing is 403, and no login mends it. */
export const UNAUTHORISED = 401;

/** Attempts at one operation. */
export interface Tries {
  made: number;
  /** A refused token is not the end: another attempt follows when the account has logged in again. */
  afterLogin: boolean;
  /** No other failure is tried again. */
  once: boolean;
}

/** Waits until the plan's time. In an arrival-rate scenario this is the plan's own pacing, not think time. @throws Stopping */
export function waitUntil(epochMs: number): void {
  const wait = epochMs - Date.now();
  if (wait > 0) rest(wait / 1000);
}

/**
 * Carries out one operation as a person would: tries, waits, tries again, a bounded number of times. Every attempt is
 * a line of the journal, written when its answer is there.
 * @param send sends one request, or the same one several times at once; each answer is an attempt
 * @param tries counts on where the operation goes on after a login
 * @returns the last answer; of several at once the first that worked
 * @throws Stopping when k6 stops the run
 */
export function perform<A extends Answer & AnswerDetail>(
  context: SessionContext,
  subject: OperationSubject,
  send: () => A | readonly A[],
  tries: Tries = { made: 0, afterLogin: false, once: false },
): A {
  const { operation } = subject;
  for (let attempt = tries.made; ; ) {
    const startedAt = Date.now();
    const sent = send();
    const answer = worked(sent);
    const { errorClass } = answer;
    const answers = isOne(sent) ? [sent] : sent;
    tries.made = attempt + answers.length;
    const left = tries.made < context.operator.attempts;
    const final = errorClass === null || !left || tries.once || !isWorthRetrying(errorClass);
    const last = final && !(left && tries.afterLogin && answer.status === UNAUTHORISED);
    // By index, as everywhere that VUs pass through: see docs/k6.md.
    for (let i = 0; i < answers.length; i++) {
      const each = answers[i] as A;
      attempt++;
      // k6 has no timings of a request that found no connection; the clock has.
      if (each.durationMs === 0) each.durationMs = Date.now() - startedAt;
      writeJournalText(
        attemptText(context, subject, attempt, startedAt, each, last && attempt === tries.made),
      );
      if (each.errorClass !== null) attemptsFailed.add(1, { operation, error_class: each.errorClass });
    }
    if (errorClass === null) {
      // Clocks here count whole milliseconds, plans do not: a start can seem up to one early.
      operationTags[operation] ??= { operation };
      latencyFromPlan.add(
        Math.max(0, startedAt - subject.plannedAt) + answer.durationMs,
        operationTags[operation],
      );
      return answer;
    }
    if (answer.status === 0) glance();
    if (final) return answer;
    rest(backoffSecond(context.operator, attempt, context.session) / context.speed);
  }
}

function worked<A extends Answer>(sent: A | readonly A[]): A {
  if (isOne(sent)) return sent;
  return sent.find(({ errorClass }) => errorClass === null) ?? (sent[sent.length - 1] as A);
}

function isOne<A extends Answer>(sent: A | readonly A[]): sent is A {
  return (sent as readonly A[]).length === undefined;
}
