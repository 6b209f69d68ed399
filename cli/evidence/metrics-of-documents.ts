import { count, type Metric, share } from './metric-value.ts';
import type { Audit } from './types.ts';

/**
 * What became of documents, TPS and accounts. The samples are what could have gone wrong: only what was acknowledged can
 * be lost, only what the target has can be altered, doubled or unexpected. So a target that took nothing proves nothing.
 */
export function documentMetrics(): [string, Metric][] {
  return [
    ['documents.storedShare', ({ audit }) => share(audit.stored, audit.planned)],
    ['documents.lost', ({ audit }) => count(audit.lost, audit.planned - audit.unacknowledged, 'uploads')],
    ['documents.altered', ({ audit }) => count(audit.altered, atTarget(audit), 'uploads')],
    ['documents.duplicated', ({ audit }) => count(audit.duplicated, atTarget(audit), 'uploads')],
    ['documents.unacknowledged', ({ audit }) => count(audit.unacknowledged, audit.planned, 'uploads')],
    ['documents.unexpected', ({ audit }) => count(audit.unexpected, audit.readback.uploads, 'uploads')],
    ['tps.completeShare', ({ audit }) => share(audit.tps.complete, audit.tps.planned)],
    [
      'tps.incomplete',
      ({ audit }) => count(audit.tps.planned - audit.tps.complete, audit.tps.planned, 'TPS'),
    ],
    [
      'tps.statusCompleteShare',
      ({ measurements }) => share(measurements.statusAnswers.complete, measurements.statusAnswers.answered),
    ],
    ['areas.levelsAgree', ({ audit }) => share(audit.levelsAgree ? audit.planned : 0, audit.planned)],
    ['accounts.usedShare', ({ audit }) => share(audit.accounts.used, audit.accounts.handedOut)],
  ];
}

/** Planned uploads of which the target has at least one record. */
function atTarget(audit: Audit): number {
  return audit.stored + audit.altered + audit.duplicated + audit.storedUnacknowledged;
}
