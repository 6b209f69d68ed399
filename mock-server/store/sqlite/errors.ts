/** SQLite's primary result codes that we tell apart (https://sqlite.org/rescode.html). */
export const SQLITE = {
  cantOpen: 14,
  full: 13,
  ioError: 10,
  readOnly: 8,
  notADatabase: 26,
  permission: 3,
} as const;

/** The primary result code of an error of node:sqlite, null for any other error. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null;
}
