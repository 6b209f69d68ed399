import { loginsAccepted } from '../metrics.ts';
import type { OperationSubject, SessionContext } from '../operation-subject.ts';
import type { LoginAnswer, Target } from '../targets/target.ts';
import { perform } from './operation.ts';

export interface Account {
  username: string;
  password: string;
}

/**
 * One account logs in. Returns the last answer: without a token it gave up.
 * @param of what else its journal lines say
 * @param again it was in already and was thrown out: no login that the plan has
 */
export function loginAnswer(
  target: Target,
  context: SessionContext,
  account: Account,
  plannedAt: number,
  of: Partial<OperationSubject> = {},
  again = false,
): LoginAnswer {
  const answer: LoginAnswer = perform(context, { ...of, operation: 'login', plannedAt }, () =>
    target.login(account),
  );
  // What was not planned must not make up for what was.
  if (answer.token !== null && !again) loginsAccepted.add(1);
  return answer;
}
