import type { RetestTps } from '../run-folder/types.ts';
import { failedUploadOf } from './outcome-of-finding.ts';
import type { Audit } from './types.ts';

/** The accounts that gave up a login of a login phase, whether or not they got in later, or never got in at all. */
export function failedLoginsOf({ findings }: Audit): Set<string> {
  const accounts = new Set<string>();
  for (const { code, account } of findings) {
    if ((code === 'LOGIN_FAILED' || code === 'LOGIN_GIVEN_UP') && account !== null) accounts.add(account);
  }
  return accounts;
}

/**
 * The TPS to test again after a run: each that had any upload not safely stored, with those uploads, in order of code.
 * An upload that failed in two phases is named once. What the target has beyond the plan is nothing to upload again.
 */
export function retestOf(audit: Audit): RetestTps[] {
  const failed = new Map<string, RetestTps['documents']>();
  for (const finding of audit.findings) {
    const upload = failedUploadOf(finding);
    if (upload === null) continue;
    const { tps, document, page, outcome } = upload;
    const documents = failed.get(tps) ?? [];
    failed.set(tps, documents);
    const known = documents.some((other) => other.type === document && other.page === page);
    if (!known) documents.push({ type: document, page, outcome });
  }
  return [...failed]
    .map(([tps, documents]) => ({ tps, documents }))
    .sort((a, b) => (a.tps < b.tps ? -1 : a.tps > b.tps ? 1 : 0));
}
