import type pg from 'pg';
import { toUpload, type UploadRow } from '../rows.ts';
import type { AddResult, NewUpload } from '../types.ts';
import { SCHEMA } from './schema.ts';

const INSERT = {
  name: 'insert',
  text: `INSERT INTO ${SCHEMA}.upload (key, run, tps, document, page, sha256, bytes, account, stored_at)
    SELECT key, run, tps, document, page, decode(sha256, 'hex'), bytes, account, $9
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::text[], $7::bigint[], $8::text[])
      WITH ORDINALITY AS new (key, run, tps, document, page, sha256, bytes, account, place)
    ORDER BY place
    ON CONFLICT (key) DO NOTHING RETURNING key`,
};
const FIND = {
  name: 'find',
  text: `SELECT key, tps, document, page, encode(sha256, 'hex') AS sha256, bytes::float8 AS bytes,
      stored_at::float8 AS stored_at
    FROM ${SCHEMA}.upload WHERE key = ANY($1)`,
};

/**
 * Stores one batch: a single INSERT, and so a transaction of its own that is committed when it returns.
 * @param now epoch milliseconds of the batch's first attempt. What already stands in the table with that very time was
 *   stored by an attempt of this batch whose answer was lost.
 * @throws pg's errors
 */
export async function insertBatch(
  client: pg.Client,
  uploads: readonly NewUpload[],
  now: number,
): Promise<AddResult[]> {
  const first = new Map<string, NewUpload>();
  for (const upload of uploads) if (!first.has(upload.key)) first.set(upload.key, upload);
  const fresh = [...first.values()];
  const column = <K extends keyof NewUpload>(name: K) => fresh.map((upload) => upload[name]);
  const { rows } = await client.query<{ key: string }>(INSERT, [
    column('key'),
    column('run'),
    column('tps'),
    column('document'),
    column('page'),
    column('sha256'),
    column('bytes'),
    column('account'),
    now,
  ]);
  const stored = new Set(rows.map(({ key }) => key));
  const before = await find(
    client,
    fresh.map(({ key }) => key).filter((key) => !stored.has(key)),
  );

  return uploads.map((upload): AddResult => {
    const carrier = first.get(upload.key) ?? upload;
    const row = before.get(upload.key);
    const own = stored.has(upload.key) || (row?.stored_at === now && row.sha256 === carrier.sha256);
    const record = row ? toUpload(row) : toUpload({ ...carrier, stored_at: now });
    if (own && upload === carrier) return { outcome: 'stored', record };
    return { outcome: record.sha256 === upload.sha256 ? 'repeated' : 'conflict', record };
  });
}

/** What is stored under these keys already, whatever else can be stored; null where nothing is. @throws pg's errors */
export async function findBatch(
  client: pg.Client,
  uploads: readonly NewUpload[],
): Promise<(AddResult | null)[]> {
  const known = await find(
    client,
    uploads.map(({ key }) => key),
  );
  return uploads.map((upload) => {
    const row = known.get(upload.key);
    if (!row) return null;
    return { outcome: row.sha256 === upload.sha256 ? 'repeated' : 'conflict', record: toUpload(row) };
  });
}

async function find(client: pg.Client, keys: readonly string[]): Promise<Map<string, UploadRow>> {
  if (keys.length === 0) return new Map();
  const { rows } = await client.query<UploadRow>(FIND, [keys]);
  return new Map(rows.map((row) => [row.key, row]));
}
