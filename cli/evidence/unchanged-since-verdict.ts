import { OperatorError } from '../../fixtures/operator-error.ts';
import type { Verdict } from './types.ts';

/**
 * A verdict printed beside an audit or figures it never saw could contradict them.
 * @param found SHA-256 of audit.json and of the journal as they are now
 * @throws OperatorError RUN_INVALID when either is not what was judged
 */
export function unchangedSinceVerdict(
  runDir: string,
  verdict: Verdict,
  found: { audit: string; journal: string },
): void {
  const refuse = (what: string) =>
    new OperatorError(
      'RUN_INVALID',
      `${runDir}: ${what} has changed since the verdict`,
      `run \`uji-beban verdict ${runDir}\` again`,
    );
  if (verdict.auditSha256 !== found.audit) throw refuse('audit.json');
  if (verdict.journalSha256 !== found.journal) throw refuse('the journal');
}
