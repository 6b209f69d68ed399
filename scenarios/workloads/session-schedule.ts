import type { DocumentType, WorkloadModel } from '../../fixtures/plan/types.ts';

/**
 * When the operations of one TPS session are planned, in plan seconds after the session's own start.
 * Login and the list of documents stand at 0.
 */

/** Upload number `index` (0-based, over documents and their pages). */
export function uploadOffsetSecond(workload: WorkloadModel, index: number): number {
  return index * workload.documentSpacingSecond;
}

/** The status check that ends a session of `uploads` uploads: one spacing after the last of them. */
export function statusOffsetSecond(workload: WorkloadModel, uploads: number): number {
  return uploads * workload.documentSpacingSecond;
}

/** Uploads of one TPS: a page of a document each. */
export function uploadsOfTps(documentProfile: readonly Pick<DocumentType, 'pages'>[]): number {
  return documentProfile.reduce((sum, { pages }) => sum + pages, 0);
}

/** Operations of a session of `uploads` uploads: login, list, the uploads, status. */
export function sessionOperations(uploads: number): number {
  return uploads + 3;
}
