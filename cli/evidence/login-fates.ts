import type { RunRecord } from '../run-folder/types.ts';
import type { LoginFate } from './comparison-types.ts';
import { failedLoginsOf } from './retest.ts';
import type { Audit } from './types.ts';

/** A run as far as its logins go. */
interface LoggedIn {
  run: RunRecord;
  audit: Audit;
}

/** What became of every login that was given up in the first run, in the second. */
export function loginFatesOf(first: LoggedIn, second: LoggedIn): LoginFate[] {
  const never = neverIn(first.audit);
  const neverAgain = neverIn(second.audit);
  const after = second.run.after?.runId === first.run.runId;
  const again = new Set(after ? (second.audit.retest.logins?.accounts ?? []) : []);
  const givenUp = new Set(
    second.audit.findings
      .filter(({ code }) => code === 'LOGIN_GIVEN_UP')
      .map(({ phase, account }) => `${phase} ${account}`),
  );
  const gotIn = (phase: string, account: string) =>
    !neverAgain.has(account) && !givenUp.has(`${phase} ${account}`);
  // Of a part only the accounts are known that were tested again.
  const inStorm = (account: string) =>
    second.run.round !== null && (second.run.part === null || again.has(account));
  return [...failedLoginsOf(first.audit)].map((account) => ({
    account,
    first: never.has(account) ? 'never' : 'given-up',
    retest: again.has(account) ? gotIn('relogin', account) : null,
    main: inStorm(account) ? gotIn('login', account) : null,
  }));
}

function neverIn({ findings }: Audit): Set<string | null> {
  return new Set(findings.filter(({ code }) => code === 'LOGIN_FAILED').map(({ account }) => account));
}
