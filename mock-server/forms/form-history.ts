import type { HistoryEntry } from '../contract/form.ts';
import type { ValidationCode } from '../contract/validation-codes.ts';
import type { Tps } from '../directory/types.ts';
import type { StoredEvent, StoredUpload, UploadStore } from '../store/types.ts';
import { formSubject, isConfirmation } from './form-event.ts';
import type { FormLayout } from './form-layout.ts';

type Photo = StoredUpload & { account: string };

/**
 * Everything that happened to a document of a TPS: its photos and, of C.Hasil, the decisions of people, in the order of the
 * store's clock. The revision of an entry is its place.
 */
export async function documentHistory(
  store: Pick<UploadStore, 'photosOf' | 'eventsOf'>,
  layout: FormLayout,
  tps: Tps,
  type: string,
): Promise<HistoryEntry[]> {
  const known = new Set(tps.pages.filter((page) => page.type === type).map(({ page }) => page));
  const photos = (await store.photosOf(tps.kode, type)).filter(({ page }) => known.has(page));
  const events = (await store.eventsOf(formSubject(tps.kode, type))).filter(isConfirmation);
  const fields = layout.fields(layout.electionOf(type));
  return [...photos.map(photoEntry), ...events.map((event) => decisionEntry(event, fields))]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map((entry, i) => ({ ...entry, revision: i + 1 }));
}

function photoEntry({ storedAt, account, page, key, sha256, bytes }: Photo): HistoryEntry {
  return { what: 'photo', revision: 0, at: storedAt, account, page, key, sha256, bytes };
}

function decisionEntry(event: StoredEvent, fields: readonly string[]): HistoryEntry {
  if (!isConfirmation(event)) throw new Error(`${event.kind} is no decision about a form`);
  const { figures, corrected, despite } = event.body;
  return {
    what: 'confirmed',
    revision: 0,
    at: event.storedAt,
    account: event.account,
    figures: Object.fromEntries(fields.map((field, i) => [field, figures[i] ?? null])),
    corrected: Object.keys(corrected),
    despite: despite as ValidationCode[],
  };
}
