import type { DatabaseSync } from 'node:sqlite';
import type { DocumentPageUploads, StoredUpload, UploadStore } from '../types.ts';

type Reader = Pick<UploadStore, 'pagesOf' | 'uploadsOf' | 'storedPages' | 'storedDigests'>;

interface UploadRow {
  seq: number;
  key: string;
  tps: string;
  document: string;
  page: number;
  sha256: string;
  bytes: number;
  stored_at: number;
}

/** The store's queries. Each takes well under a millisecond or is paged, so they run in the serving thread. */
export function createReader(database: DatabaseSync): Reader {
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
  const distinct = database.prepare('SELECT DISTINCT tps, document, page FROM upload');
  const digests = database.prepare('SELECT lower(hex(sha256)) AS sha256 FROM upload');

  return {
    pagesOf: async (kode) => {
      const rows = pages.all(kode) as unknown as (DocumentPageUploads & { stored_at: number })[];
      return rows.map(({ document, page, uploads, sha256, stored_at }) => ({
        document,
        page,
        uploads,
        sha256,
        storedAt: new Date(stored_at).toISOString(),
      }));
    },
    uploadsOf: async (run, scope, after, limit) => {
      const rows = ofRun.all(scope, run, after, limit + 1) as unknown as UploadRow[];
      const more = rows.length > limit;
      if (more) rows.pop();
      return { uploads: rows.map(toUpload), next: more ? (rows.at(-1)?.seq ?? null) : null };
    },
    storedPages: async function* () {
      yield* distinct.iterate() as Iterable<{ tps: string; document: string; page: number }>;
    },
    storedDigests: async function* () {
      for (const { sha256 } of digests.iterate()) yield String(sha256);
    },
  };
}

function toUpload(row: UploadRow): StoredUpload {
  const { key, tps, document, page, sha256, bytes, stored_at } = row;
  return { key, tps, document, page, sha256, bytes, storedAt: new Date(stored_at).toISOString() };
}
