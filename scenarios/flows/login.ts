import { loginsAccepted } from '../metrics.ts';
import type { OperationSubject, SessionContext } from '../operation-subject.ts';
import type { LoginAnswer, Target } from '../targets/target.ts';
import { perform } from './operation.ts';

export interface Account {
  username: string;
  password: string;
}

/** One account logs in. Returns its token, or null when it gave up. @param of what else its journal lines say */
export function login(
  target: Target,
  context: SessionContext,
  account: Account,
  plannedAt: number,
  of: Partial<OperationSubject> = {},
): string | null {
  const answer: LoginAnswer = perform(context, { ...of, operation: 'login', plannedAt }, () =>
    target.login(account),
  );
  if (answer.token !== null) loginsAccepted.add(1);
  return answer.token;
}
