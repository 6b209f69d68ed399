import type { RetestTps } from '../run-folder/types.ts';
import type { Audit, Finding, Outcome } from './types.ts';

const OUTCOMES: Partial<Record<Finding['code'], Outcome>> = {
  LOST: 'lost',
  ALTERED: 'altered',
  DUPLICATED: 'duplicated',
  UNACKNOWLEDGED: 'unacknowledged',
  STORED_UNACKNOWLEDGED: 'unacknowledged',
  NOT_ASKED: 'unacknowledged',
};

/**
 * The TPS to test again after a run: each that had any upload not safely stored, with those uploads, in order of code.
 * An upload that failed in two phases is named once. What the target has beyond the plan is nothing to upload again.
 */
export function retestOf(audit: Audit): RetestTps[] {
  const failed = new Map<string, RetestTps['documents']>();
  for (const { code, tps, document, page } of audit.findings) {
    const outcome = OUTCOMES[code];
    if (outcome === undefined || tps === null || document === null || page === null) continue;
    const documents = failed.get(tps) ?? [];
    failed.set(tps, documents);
    if (!documents.some((known) => known.type === document && known.page === page))
      documents.push({ type: document, page, outcome });
  }
  return [...failed]
    .map(([tps, documents]) => ({ tps, documents }))
    .sort((a, b) => (a.tps < b.tps ? -1 : a.tps > b.tps ? 1 : 0));
}
