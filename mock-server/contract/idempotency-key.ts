/** What an Idempotency-Key says: `<run>.<take>.<tps>.<document>.<page>`. */
export interface IdempotencyKey {
  run: string;
  take: string;
  tps: string;
  document: string;
  page: number;
}

export const KEY_PATTERN =
  '^([A-Za-z0-9_-]{1,100})\\.([a-z0-9-]{1,32})\\.([0-9]{13})\\.([a-z0-9]+(?:-[a-z0-9]+)*)\\.([1-9][0-9]{0,2})$';

/** Longest key that is looked at. */
export const KEY_MAX_LENGTH = 240;

const keyPattern = new RegExp(KEY_PATTERN);

/** Reads a key; null where it is malformed. */
export function parseIdempotencyKey(text: string): IdempotencyKey | null {
  if (text.length > KEY_MAX_LENGTH) return null;
  const match = keyPattern.exec(text);
  if (!match) return null;
  const [, run = '', take = '', tps = '', document = '', page = ''] = match;
  return { run, take, tps, document, page: Number(page) };
}
