import { ApiError } from '../contract/api-error.ts';
import type { NewPlenoEvent, PlenoEvents } from './events.ts';
import type { Pleno } from './pleno.ts';
import type { Plenos } from './plenos.ts';

/** Opens a pleno; one that was opened stays as it is. */
export function decideOpen({ state }: Pleno): NewPlenoEvent | null {
  return state === 'not-opened' ? { kind: 'opened', body: {} } : null;
}

/**
 * Reopens a pleno that is finalised, which also takes back what it published.
 * @throws ApiError PLENO_NOT_FINALISED
 */
export async function decideReopen(
  pleno: Pleno,
  { plenos, account, reason }: { plenos: Pick<Plenos, 'eventsOf'>; account: string; reason: string },
): Promise<NewPlenoEvent | null> {
  if (pleno.finalised) return { kind: 'reopened', body: { reason } };
  const last = (await plenos.eventsOf(pleno.area.code)).at(-1);
  const isRepeat =
    last?.kind === 'reopened' &&
    last.account === account &&
    (last.body as PlenoEvents['reopened']).reason === reason;
  if (isRepeat) return null;
  throw new ApiError('PLENO_NOT_FINALISED');
}

/**
 * Takes D.Hasil as PDF, of the figures as they were finalised; a later one stands in place of an earlier.
 * @throws ApiError PLENO_NOT_FINALISED, PLENO_PUBLISHED
 */
export function decideDocument(
  { finalised, published, document }: Pleno,
  arrived: PlenoEvents['document'],
): NewPlenoEvent | null {
  if (!finalised) throw new ApiError('PLENO_NOT_FINALISED');
  if (document?.sha256 === arrived.sha256) return null;
  if (published) throw new ApiError('PLENO_PUBLISHED');
  return { kind: 'document', body: arrived };
}

/** @throws ApiError PLENO_NOT_FINALISED, D_HASIL_MISSING */
export function decidePublish({ finalised, published, document }: Pleno): NewPlenoEvent | null {
  if (published) return null;
  if (!finalised) throw new ApiError('PLENO_NOT_FINALISED');
  if (!document) throw new ApiError('D_HASIL_MISSING');
  return { kind: 'published', body: { sha256: document.sha256 } };
}
