import type { DocumentType } from '../../fixtures/plan/types.ts';

/** Slugs of the documents that KPPS compare and confirm, C.Hasil, in the order of the profile. */
export function formsOfTps(documentProfile: readonly Pick<DocumentType, 'type' | 'form'>[]): string[] {
  return documentProfile.filter(({ form }) => form === 'c-hasil').map(({ type }) => type);
}
