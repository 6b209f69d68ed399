import type { StoredEvent } from '../store/types.ts';

/** Events about a C.Hasil have subjects that begin so. */
export const FORM_SUBJECTS = 'form/';

/** The C.Hasil of one TPS as the subject of events. */
export function formSubject(kode: string, type: string): string {
  return `${FORM_SUBJECTS}${kode}/${type}`;
}

/** TPS and document of a subject. */
export function formOfSubject(subject: string): { kode: string; type: string } {
  const [, kode = '', type = ''] = subject.split('/');
  return { kode, type };
}

/** What is kept of a confirmation: all that a later reader needs, whatever has become of readings and settings since. */
export interface ConfirmedBody {
  /** Revision of the form that was compared. */
  comparedRevision: number;
  /** Every figure as confirmed, in the order of the form's fields. */
  figures: (number | null)[];
  /** The same as the machine had read them. */
  readings: (number | null)[];
  /** As they were sent: figures that differ from the reading. */
  corrected: Record<string, number | null>;
  /** Validation codes that the paper itself shows, named by the KPPS. */
  despite: string[];
  /** The photos that were compared: number (photo-number.ts), and what the store said of them. */
  photos: { page: number; number: number; sha256: string }[];
}

export function isConfirmation(event: StoredEvent): event is StoredEvent & { body: ConfirmedBody } {
  return event.kind === 'confirmed';
}
