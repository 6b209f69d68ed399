import type { Way, WorkloadModel } from '../../fixtures/plan/types.ts';
import { LOOKS, longestConfirmSecond, usualConfirmRequests } from './confirm-schedule.ts';
import {
  batchesOf,
  batchOf,
  batchOffsetSecond,
  EXCHANGES,
  longestOfflineSecond,
  offlineStatusOffsetSecond,
} from './offline-schedule.ts';
import type { Phase } from './phase.ts';
import {
  longestSessionSecond,
  sessionOperations,
  statusOffsetSecond,
  uploadOffsetSecond,
} from './session-schedule.ts';

/** When the operations of a session are planned, as its phase has it: plan seconds after the session's own start. */
type HowItSends = Pick<Phase, 'offline'>;
type WhoSends = Pick<Phase, 'offline' | 'helping' | 'confirms'>;
type Spacings = Pick<WorkloadModel, 'documentSpacingSecond' | 'batchSpacingSecond'>;

/** Upload number `index` (0-based) of a TPS that submits this way; of one that works offline the batch that has it. */
export function plannedUploadSecond(
  { offline }: HowItSends,
  workload: Spacings,
  way: Way,
  index: number,
): number {
  return offline ? batchOffsetSecond(workload, 0, batchOf(index)) : uploadOffsetSecond(workload, way, index);
}

/** The status check after `uploads` uploads. */
export function plannedStatusSecond(
  { offline }: HowItSends,
  workload: Spacings,
  way: Way,
  uploads: number,
): number {
  return offline ? offlineStatusOffsetSecond(workload, uploads) : statusOffsetSecond(workload, way, uploads);
}

/** How long a session is planned to last at most, whichever way its TPS submit, where nothing has to be repeated. @param uploads of a TPS */
export function usualSessionSecond(
  { offline, helping }: WhoSends,
  workload: Spacings,
  uploads: number,
): number {
  if (helping !== null) return helping.longestSecond;
  return offline ? offlineStatusOffsetSecond(workload, uploads) : longestSessionSecond(workload, uploads);
}

/**
 * The same where everything that can be repeated has to be, retries of single requests aside.
 * @param forms C.Hasil of a TPS
 */
export function longestOpenSecond(
  { offline, helping, confirms }: WhoSends,
  workload: Spacings,
  uploads: number,
  forms: number,
): number {
  if (helping !== null) return helping.longestSecond;
  const sending = offline ? longestOfflineSecond(workload, uploads) : longestSessionSecond(workload, uploads);
  return sending + longestConfirmSecond(confirms ? forms : 0);
}

/** Requests of a session, first attempts only: offline login, list, manifest, batches, status. @param uploads of a TPS */
export function usualRequests(
  { offline, helping, confirms }: WhoSends,
  uploads: number,
  forms: number,
): number {
  const ofTps = offline ? batchesOf(uploads) + 4 : sessionOperations(uploads);
  return ofTps * (helping?.most ?? 1) + usualConfirmRequests(confirms ? forms : 0);
}

/** The same where every exchange and every look has to be made. */
export function mostRequests(
  { offline, helping, confirms }: WhoSends,
  uploads: number,
  forms: number,
): number {
  const ofTps = offline ? EXCHANGES * (batchesOf(uploads) + 1) + 3 : sessionOperations(uploads);
  return ofTps * (helping?.most ?? 1) + (confirms ? forms * 2 * LOOKS : 0);
}
