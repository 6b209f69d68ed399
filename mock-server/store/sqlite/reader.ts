import type { DatabaseSync } from 'node:sqlite';
import { type EventRow, type PageRow, toAnswer, toEvent, toPage, toUpload, type UploadRow } from '../rows.ts';
import type { StoredPage, StoreReader } from '../types.ts';

/** The store's queries. Each takes well under a millisecond or is paged, so they run in the serving thread. */
export function createReader(database: DatabaseSync): StoreReader {
  // SQLite takes the bare columns from the row that has the max().
  const pages = database.prepare(
    `SELECT document, page, count(*) AS uploads, lower(hex(sha256)) AS sha256, stored_at, max(seq)
     FROM upload WHERE tps = ? GROUP BY document, page`,
  );
  // By code: the admins of a nation each read their own part of it. ':' stands behind every digit.
  const ofRun = database.prepare(
    `SELECT seq, key, tps, document, page, lower(hex(sha256)) AS sha256, bytes, stored_at
     FROM upload INDEXED BY upload_by_page
     WHERE tps >= ?1 AND tps < ?1 || ':' AND run = ?2 AND seq > ?3 ORDER BY seq LIMIT ?4`,
  );
  const everyPage = database.prepare(
    `SELECT tps, document, page, count(*) AS uploads, lower(hex(sha256)) AS sha256, max(seq)
     FROM upload GROUP BY tps, document, page`,
  );
  const record = 'key, tps, document, page, lower(hex(sha256)) AS sha256, bytes, stored_at';
  const photos = database.prepare(
    `SELECT ${record}, account FROM upload WHERE tps = ? AND document = ? ORDER BY seq`,
  );
  const byKey = database.prepare(`SELECT ${record} FROM upload WHERE key = ?`);
  const eventsOf = database.prepare('SELECT * FROM event WHERE subject = ? ORDER BY revision');
  const events = database.prepare('SELECT * FROM event ORDER BY seq');
  const digests = database.prepare('SELECT lower(hex(sha256)) AS sha256 FROM upload');

  return {
    pagesOf: async (kode) => (pages.all(kode) as unknown as PageRow[]).map(toPage),
    uploadsOf: async (run, scope, after, limit) => {
      const rows = ofRun.all(scope, run, after, limit + 1);
      return toAnswer(rows as unknown as (UploadRow & { seq: number })[], limit);
    },
    storedPages: async function* () {
      for (const row of everyPage.iterate() as Iterable<unknown>) {
        const { tps, document, page, uploads, sha256 } = row as StoredPage;
        yield { tps, document, page, uploads, sha256 };
      }
    },
    photosOf: async (kode, document) =>
      (photos.all(kode, document) as unknown as (UploadRow & { account: string })[]).map((row) => ({
        ...toUpload(row),
        account: row.account,
      })),
    uploadsByKey: async (keys) =>
      keys.flatMap((key) => (byKey.all(key) as unknown as UploadRow[]).map(toUpload)),
    eventsOf: async (subject) => (eventsOf.all(subject) as unknown as EventRow[]).map(toEvent),
    events: async function* () {
      for (const row of events.iterate() as Iterable<unknown>) yield toEvent(row as EventRow);
    },
    storedDigests: async function* () {
      for (const { sha256 } of digests.iterate()) yield String(sha256);
    },
  };
}
