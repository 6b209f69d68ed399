import { OperatorError } from '../../fixtures/operator-error.ts';
import { PLAN_FILES } from '../../fixtures/plan/folder.ts';
import type { Plan } from '../../fixtures/plan/types.ts';

/**
 * k6 keeps one copy of an opened file for all VUs, and while it opens it holds several more: 1.87 GB at the height for a file of
 * 0.40 GB, with 1 VU as with 50 (k6 v2.2.0).
 */
const BYTES_PER_PACK_BYTE = 5;

/**
 * Refuses a plan whose photos k6 could not open without being killed for its memory.
 * @param available bytes that this process and its children may still take
 * @throws OperatorError MEMORY_SHORT
 */
export function requireMemory(
  { files, photos }: Pick<Plan, 'files' | 'photos'>,
  available = process.availableMemory(),
): void {
  const pack = files[PLAN_FILES.photos]?.bytes ?? 0;
  const needed = pack * BYTES_PER_PACK_BYTE;
  if (needed <= available) return;
  const fewer =
    photos?.mode === 'unique'
      ? 'generate the plan with a pool: --photos pool:24'
      : 'generate the plan with a smaller pool: --photos pool:24';
  throw new OperatorError(
    'MEMORY_SHORT',
    `the plan's photos take ${megabytes(pack)} MB, and k6 needs about ${megabytes(needed)} MB to open them; this machine has ${megabytes(available)} MB left; nothing was sent`,
    `end what else runs here, use a machine with more memory, or ${fewer}`,
  );
}

function megabytes(bytes: number): string {
  return Math.ceil(bytes / 1e6).toLocaleString('en');
}
