import type { OperationSubject, SessionContext } from '../operation-subject.ts';
import type { Answer, Target } from '../targets/target.ts';
import { type Account, login } from './login.ts';
import { perform, type Tries, UNAUTHORISED } from './operation.ts';

/**
 * An account that is logged in, and logs in again when the target throws it out: a token that was lost, or the same account on
 * another phone. As often as an operator tries anything, over the whole session.
 */
export interface SignedIn {
  /** {@link perform} with the token there is. */
  perform<A extends Answer & { complete?: boolean }>(
    subject: OperationSubject,
    send: (token: string) => A | readonly A[],
  ): A;
  /**
   * Goes on elsewhere with the same login: what is done from here on is sent to `target` and journalled as of `context`. Logins
   * again are counted anew.
   */
  moveTo(target: Target, context: SessionContext): void;
}

/** Logs in, or returns null where the target does not let the account in. @param plannedAt epoch ms @param of see `login` */
export function signIn(
  target: Target,
  context: SessionContext,
  account: Account,
  plannedAt: number,
  of: Partial<OperationSubject> = {},
): SignedIn | null {
  let here = { target, context };
  const first = login(target, context, account, plannedAt, of);
  if (first === null) return null;
  let token = first;
  let left = context.operator.attempts;
  return {
    perform(subject, send) {
      const tries: Tries = { made: 0, afterLogin: false };
      for (;;) {
        tries.afterLogin = left > 0;
        const answer = perform(here.context, subject, () => send(token), tries);
        if (answer.status !== UNAUTHORISED || tries.made >= here.context.operator.attempts) return answer;
        if (left-- <= 0) return answer;
        const again = login(here.target, here.context, account, Date.now(), of, true);
        if (again === null) return answer;
        token = again;
      }
    },
    moveTo(target, context) {
      here = { target, context };
      left = context.operator.attempts;
    },
  };
}
