import type { ReportInput } from '../input.ts';
import type { Wording } from '../language/wording.ts';
import { missingUploads } from './outcomes.ts';

/** The verdict in one sentence. */
export function conclusion({ audit, verdict }: ReportInput, wording: Wording): string {
  const deciding = verdict.criteria.filter(({ level }) => level === 'error');
  const criteria = deciding.length;
  const planned = audit.planned;
  switch (verdict.verdict) {
    case 'PASS':
      if (planned === 0) return wording.text('conclusion.PASS.none', { criteria });
      return missingUploads(audit) === 0
        ? wording.text('conclusion.PASS', { planned, criteria })
        : wording.text('conclusion.PASS.partial', { stored: audit.stored, planned, criteria });
    case 'FAIL': {
      const failed = deciding.filter(({ result }) => result !== 'pass').length;
      if (planned === 0) return wording.text('conclusion.FAIL.none', { failed, criteria });
      const missing = missingUploads(audit);
      return missing === 0
        ? wording.text('conclusion.FAIL.criteria', { planned, failed, criteria })
        : wording.text('conclusion.FAIL', { missing, planned, failed, criteria });
    }
    case 'INCONCLUSIVE': {
      if (criteria === 0) return wording.text('conclusion.INCONCLUSIVE.none');
      const unmeasured = deciding.filter(({ result }) => result === 'no-samples').length;
      return wording.text('conclusion.INCONCLUSIVE', { unmeasured, criteria });
    }
    case 'INVALID': {
      const invalid = verdict.validity.filter(({ ok }) => !ok).length;
      if (invalid === 0) return wording.text('conclusion.INVALID.none');
      return wording.text('conclusion.INVALID', { invalid, checks: verdict.validity.length });
    }
  }
}
