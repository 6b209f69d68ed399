import type { WorkloadModel } from '../../fixtures/plan/types.ts';

/**
 * When a TPS that works offline speaks to the target, in plan seconds after the login on the day before. In between it sends
 * nothing. What it sends first on the day is planned whatever the target does; further exchanges depend on what has arrived.
 */
type Spacing = Pick<WorkloadModel, 'batchSpacingSecond'>;

/** From the login to the first exchange ("log in online one day before, use offline on the day"). */
export const OFFLINE_SECOND = 86_400;

/** Photos in one batch (assumed: those of one TPS with a few documents, small enough for a weak link). */
const UPLOADS_PER_BATCH = 10;

/** Exchanges at most: the first, and others for what broke (assumed: as long as somebody stays with the phone, some three hours). */
export const EXCHANGES = 6;

/** From the first exchange to the second; each further wait is twice the one before (assumed). */
const FIRST_WAIT_SECOND = 300;

/** The manifest with which exchange number `exchange` (0-based) begins. */
export function manifestOffsetSecond(exchange: number): number {
  return OFFLINE_SECOND + FIRST_WAIT_SECOND * (2 ** exchange - 1);
}

/** Batch number `batch` (0-based) of an exchange. */
export function batchOffsetSecond(workload: Spacing, exchange: number, batch: number): number {
  return manifestOffsetSecond(exchange) + (batch + 1) * workload.batchSpacingSecond;
}

/** The batch in which upload number `index` (0-based) goes, in every exchange in which it goes at all. */
export function batchOf(index: number): number {
  return Math.floor(index / UPLOADS_PER_BATCH);
}

/** Batches that `uploads` uploads make. */
export function batchesOf(uploads: number): number {
  return Math.ceil(uploads / UPLOADS_PER_BATCH);
}

/** The status check, where the first exchange was enough. */
export function offlineStatusOffsetSecond(workload: Spacing, uploads: number): number {
  return batchOffsetSecond(workload, 0, batchesOf(uploads));
}

/** From the login to the last batch, where every exchange has to be made. */
export function longestOfflineSecond(workload: Spacing, uploads: number): number {
  return batchOffsetSecond(workload, EXCHANGES - 1, batchesOf(uploads));
}
