import type { AnswerDetail } from '../journal.ts';
import type { OperationSubject, SessionContext } from '../operation-subject.ts';
import type { Answer, LoginAnswer, Target } from '../targets/target.ts';
import { type Account, loginAnswer } from './login.ts';
import { perform, type Tries, UNAUTHORISED } from './operation.ts';

/**
 * An account that is logged in, and logs in again when the target throws it out: a token that was lost, or the same account on
 * another phone. As often as an operator tries anything, over the whole session.
 */
export interface SignedIn {
  /** {@link perform} with the token there is. @param once not tried again, whatever the answer */
  perform<A extends Answer & AnswerDetail>(
    subject: OperationSubject,
    send: (token: string) => A | readonly A[],
    once?: boolean,
  ): A;
  /**
   * Goes on elsewhere with the same login: what is done from here on is sent to `target` and journalled as of `context`. Logins
   * again are counted anew.
   */
  moveTo(target: Target, context: SessionContext): void;
}

/**
 * Logs in, or returns null where the target does not let the account in.
 * @param plannedAt epoch ms
 * @param how `refreshes`: asks for a new token with the refresh token, where there is one, before it logs in again; `of`: what else
 *   the journal lines of its logins say
 */
export function signIn(
  target: Target,
  context: SessionContext,
  account: Account,
  plannedAt: number,
  { refreshes = false, of = {} }: { refreshes?: boolean; of?: Partial<OperationSubject> } = {},
): SignedIn | null {
  let here = { target, context };
  const first = loginAnswer(target, context, account, plannedAt, of);
  if (first.token === null) return null;
  let token = first.token;
  let refreshToken = refreshes ? (first.refreshToken ?? null) : null;
  let left = context.operator.attempts;
  return {
    perform(subject, send, once = false) {
      const tries: Tries = { made: 0, afterLogin: false, once };
      for (;;) {
        tries.afterLogin = left > 0;
        const answer = perform(here.context, subject, () => send(token), tries);
        if (answer.status !== UNAUTHORISED || tries.made >= here.context.operator.attempts) return answer;
        if (left-- <= 0) return answer;
        const again =
          refreshed(here.target, here.context, refreshToken) ??
          loginAnswer(here.target, here.context, account, Date.now(), of, true);
        if (again.token === null) return answer;
        token = again.token;
        refreshToken = refreshes ? (again.refreshToken ?? null) : null;
      }
    },
    moveTo(target, context) {
      here = { target, context };
      left = context.operator.attempts;
    },
  };
}

/** The answer to a refresh that worked; null where there is none to be had. */
function refreshed(target: Target, context: SessionContext, refreshToken: string | null): LoginAnswer | null {
  const refresh = target.refresh?.bind(target);
  if (refresh === undefined || refreshToken === null) return null;
  const subject = { operation: 'login', plannedAt: Date.now(), refresh: true } as const;
  const answer: LoginAnswer = perform(context, subject, () => refresh(refreshToken));
  return answer.token === null ? null : answer;
}
