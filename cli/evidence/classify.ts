import type { AskedUploads } from './asked-uploads.ts';
import type { PlannedUpload } from './planned-run.ts';
import type { StoredUploads } from './stored-uploads.ts';
import type { Finding, Outcome } from './types.ts';

/** What became of one upload, and the finding if it is not safely stored. */
export interface Classified {
  outcome: Outcome;
  finding: Finding | null;
}

/**
 * Exactly one outcome for each upload. What is worst for the count of votes goes first: an upload that is both altered
 * and doubled is altered, since its bytes are wrong whatever their number.
 */
export function classify(upload: PlannedUpload, asked: AskedUploads, stored: StoredUploads): Classified {
  const alteration = stored.alteration(upload);
  const records = stored.records(upload);
  if (alteration !== null) return found('altered', 'ALTERED', upload, `is stored with ${alteration}`);
  if (records > 1) return found('duplicated', 'DUPLICATED', upload, `is stored ${records} times`);
  if (asked.acknowledged(upload)) {
    if (records === 1) return { outcome: 'stored', finding: null };
    return found('lost', 'LOST', upload, 'was acknowledged, but the target does not have it');
  }
  const attempts = asked.attempts(upload);
  if (attempts === 0)
    return found('unacknowledged', 'NOT_ASKED', upload, whyNotAsked(upload, asked, records));
  const tried = `was not acknowledged in ${attempts} attempt${attempts === 1 ? '' : 's'} (last: ${asked.lastError(upload)})`;
  return records === 1
    ? found('unacknowledged', 'STORED_UNACKNOWLEDGED', upload, `${tried}, but the target has it`)
    : found('unacknowledged', 'UNACKNOWLEDGED', upload, tried);
}

function whyNotAsked(upload: PlannedUpload, asked: AskedUploads, records: number): string {
  const why = asked.refusedLogin(upload.phase.name, upload.session)
    ? 'was never attempted because the login of its session was refused'
    : 'was never attempted';
  return records === 1 ? `${why} according to the journal, yet the target has it` : why;
}

function found(
  outcome: Outcome,
  code: Finding['code'],
  upload: PlannedUpload,
  predicate: string,
): Classified {
  const { phase, tps, document, page, key } = upload;
  const message = `Page ${page} of ${document} of TPS ${tps.kode} ${predicate}.`;
  return {
    outcome,
    finding: {
      code,
      phase: phase.name,
      tps: tps.kode,
      document,
      page,
      account: tps.operator,
      key,
      message,
    },
  };
}
