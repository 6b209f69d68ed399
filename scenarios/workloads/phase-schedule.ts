import type { Way, WorkloadModel } from '../../fixtures/plan/types.ts';
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

/** How long a session is planned to last at most, whichever way its TPS submits, where nothing has to be repeated. */
export function usualSessionSecond({ offline }: HowItSends, workload: Spacings, uploads: number): number {
  return offline ? offlineStatusOffsetSecond(workload, uploads) : longestSessionSecond(workload, uploads);
}

/** The same where everything that can be repeated has to be, retries of single requests aside. */
export function longestPhaseSecond({ offline }: HowItSends, workload: Spacings, uploads: number): number {
  return offline ? longestOfflineSecond(workload, uploads) : longestSessionSecond(workload, uploads);
}

/** Requests of a session, first attempts only: offline login, list, manifest, batches, status. */
export function usualRequests({ offline }: HowItSends, uploads: number): number {
  return offline ? batchesOf(uploads) + 4 : sessionOperations(uploads);
}

/** The same where every exchange has to be made. */
export function mostRequests({ offline }: HowItSends, uploads: number): number {
  return offline ? EXCHANGES * (batchesOf(uploads) + 1) + 3 : sessionOperations(uploads);
}
