import type { OperationSubject, SessionContext } from '../operation-subject.ts';
import type { Answer, Target } from '../targets/target.ts';
import { type Account, login } from './login.ts';
import { perform } from './operation.ts';

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
}

/** HTTP's word for a token that does not count, or no longer. A right that is missing is 403, and no login mends it. */
const UNAUTHORISED = 401;

/** Logs in, or returns null where the target does not let the account in. @param plannedAt epoch ms @param of see `login` */
export function signIn(
  target: Target,
  context: SessionContext,
  account: Account,
  plannedAt: number,
  of: Partial<OperationSubject> = {},
): SignedIn | null {
  const first = login(target, context, account, plannedAt, of);
  if (first === null) return null;
  let token = first;
  let left = context.operator.attempts;
  return {
    perform(subject, send) {
      for (;;) {
        const answer = perform(context, subject, () => send(token));
        if (answer.status !== UNAUTHORISED || left-- <= 0) return answer;
        const again = login(target, context, account, Date.now(), of);
        if (again === null) return answer;
        token = again;
      }
    },
  };
}
