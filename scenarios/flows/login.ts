import { loginsAccepted } from '../metrics.ts';
import type { SessionContext } from '../operation-subject.ts';
import type { LoginAnswer, Target } from '../targets/target.ts';
import { perform } from './operation.ts';

export interface Account {
  username: string;
  password: string;
}

/** One account logs in. Returns the last answer: without a token it gave up. */
export function loginAnswer(
  target: Target,
  context: SessionContext,
  account: Account,
  plannedAt: number,
): LoginAnswer {
  const answer: LoginAnswer = perform(context, { operation: 'login', plannedAt }, () =>
    target.login(account),
  );
  if (answer.token !== null) loginsAccepted.add(1);
  return answer;
}
