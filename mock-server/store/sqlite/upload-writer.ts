import type { DatabaseSync } from 'node:sqlite';
import type { AddResult, NewUpload } from '../types.ts';
import type { Transaction } from './transaction.ts';

/** Stores one batch in one transaction; returns a result for each upload, in order. */
export function createUploadWriter(
  database: DatabaseSync,
  transaction: Transaction,
): (uploads: readonly NewUpload[]) => AddResult[] {
  const insert = database.prepare(
    `INSERT INTO upload (key, run, tps, document, page, sha256, bytes, stored_at, account)
     VALUES (?, ?, ?, ?, ?, unhex(?), ?, ?, ?) ON CONFLICT (key) DO NOTHING`,
  );
  const find = database.prepare(
    'SELECT lower(hex(sha256)) AS sha256, bytes, stored_at AS storedAt FROM upload WHERE key = ?',
  );

  function known(upload: NewUpload): AddResult | null {
    const row = find.get(upload.key) as { sha256: string; bytes: number; storedAt: number } | undefined;
    if (!row) return null;
    const { key, tps, document, page } = upload;
    const storedAt = new Date(row.storedAt).toISOString();
    return {
      outcome: row.sha256 === upload.sha256 ? 'repeated' : 'conflict',
      record: { key, tps, document, page, sha256: row.sha256, bytes: row.bytes, storedAt },
    };
  }

  function add(upload: NewUpload, now: number): AddResult {
    const { key, run, tps, document, page, sha256, bytes, account } = upload;
    const { changes } = insert.run(key, run, tps, document, page, sha256, bytes, now, account);
    if (changes === 0) return known(upload) ?? { outcome: 'failed', record: null };
    const storedAt = new Date(now).toISOString();
    return { outcome: 'stored', record: { key, tps, document, page, sha256, bytes, storedAt } };
  }

  return (uploads) => {
    const results = transaction(() => {
      const now = Date.now();
      return uploads.map((upload) => add(upload, now));
    });
    if (typeof results !== 'string') return results;
    return uploads.map((upload) => known(upload) ?? { outcome: results, record: null });
  };
}
