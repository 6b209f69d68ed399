import type { Take } from '../../fixtures/plan/types.ts';

/**
 * The idempotency key of one upload in one run. Every attempt at the upload carries it, no other upload does, and the
 * audit finds the upload by it in the target's read-back.
 */
export function uploadKey(run: string, take: Take, tps: string, document: string, page: number): string {
  return `${run}.${take}.${tps}.${document}.${page}`;
}
