import { type DocumentType, WAYS, type Way, type WorkloadModel } from '../../fixtures/plan/types.ts';

/**
 * When the operations of one TPS session are planned, in plan seconds after the session's own start.
 * Login and the list of documents stand at 0.
 */
type Spacings = Pick<WorkloadModel, 'documentSpacingSecond' | 'batchSpacingSecond'>;

/** Upload number `index` (0-based, over documents and their pages) of a TPS that submits this way. */
export function uploadOffsetSecond(workload: Spacings, way: Way, index: number): number {
  return index * spacingSecond(workload, way);
}

/** The status check that ends a session of `uploads` uploads: one spacing after the last of them. */
export function statusOffsetSecond(workload: Spacings, way: Way, uploads: number): number {
  return uploads * spacingSecond(workload, way);
}

/** How long a session of `uploads` uploads is planned to last at most, whichever way its TPS submits. */
export function longestSessionSecond(workload: Spacings, uploads: number): number {
  return Math.max(...WAYS.map((way) => statusOffsetSecond(workload, way, uploads)));
}

/** Uploads of one TPS: a page of a document each. */
export function uploadsOfTps(documentProfile: readonly Pick<DocumentType, 'pages'>[]): number {
  return documentProfile.reduce((sum, { pages }) => sum + pages, 0);
}

/** Operations of a session of `uploads` uploads: login, list, the uploads, status. */
export function sessionOperations(uploads: number): number {
  return uploads + 3;
}

/** Who submits online photographs sheet after sheet; all others have their photos ready and send them in one batch. */
function spacingSecond(workload: Spacings, way: Way): number {
  return way === 'online' ? workload.documentSpacingSecond : workload.batchSpacingSecond;
}
