import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { OperatorError } from '../../../fixtures/operator-error.ts';

/** Of the tables below, in `meta`; what an earlier one lacks is made at the start. */
const FORMAT_VERSION = 3;

/** Everything of ours in a database; one database holds one store. */
export const SCHEMA = 'sirekap_uji_beban';

/** Byte order like SQLite's: codes are compared as text. */
const TABLES = `
  CREATE SCHEMA IF NOT EXISTS ${SCHEMA};
  CREATE TABLE IF NOT EXISTS ${SCHEMA}.meta (name text PRIMARY KEY, value text NOT NULL);
  CREATE TABLE IF NOT EXISTS ${SCHEMA}.upload (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key text COLLATE "C" NOT NULL UNIQUE,
    run text COLLATE "C" NOT NULL,
    tps text COLLATE "C" NOT NULL,
    document text COLLATE "C" NOT NULL,
    page integer NOT NULL,
    sha256 bytea NOT NULL,
    bytes bigint NOT NULL,
    stored_at bigint NOT NULL
  );
  ALTER TABLE ${SCHEMA}.upload ADD COLUMN IF NOT EXISTS account text NOT NULL DEFAULT '';
  CREATE INDEX IF NOT EXISTS upload_by_run ON ${SCHEMA}.upload (run, seq);
  CREATE INDEX IF NOT EXISTS upload_by_page ON ${SCHEMA}.upload (tps, document, page);
  CREATE TABLE IF NOT EXISTS ${SCHEMA}.event (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    revision integer NOT NULL,
    kind text NOT NULL,
    account text NOT NULL,
    body text NOT NULL,
    stored_at bigint NOT NULL,
    UNIQUE (subject, revision)
  );
`;

/**
 * Makes the tables where they are missing. To be called by the only writer.
 * @throws OperatorError STORE_REFUSED for a later format, or a server that never calls fsync; pg's errors
 */
export async function prepareSchema(client: pg.Client): Promise<{ id: string; secret: string }> {
  const { rows } = await client.query<{ fsync: string }>('SHOW fsync');
  if (rows[0]?.fsync !== 'on') {
    throw new OperatorError(
      'STORE_REFUSED',
      'this PostgreSQL runs with fsync off: what it acknowledges may be lost',
      'Set `fsync = on` in postgresql.conf and restart it.',
    );
  }
  // One round trip is one transaction: tables are there all or not at all.
  await client.query(TABLES);
  const version = Number(await kept(client, 'format', String(FORMAT_VERSION)));
  if (version > FORMAT_VERSION) {
    throw new OperatorError(
      'STORE_REFUSED',
      `the store in schema ${SCHEMA} has format ${version}, this version knows ${FORMAT_VERSION}`,
      'Use another database, or the version of uji-beban that made it.',
    );
  }
  await client.query(`UPDATE ${SCHEMA}.meta SET value = $1 WHERE name = 'format'`, [String(FORMAT_VERSION)]);
  return {
    id: await kept(client, 'id', randomBytes(16).toString('hex')),
    secret: await kept(client, 'secret', randomBytes(32).toString('hex')),
  };
}

/** What stands under the name, which is `fresh` where nothing stood before. */
async function kept(client: pg.Client, name: string, fresh: string): Promise<string> {
  await client.query(`INSERT INTO ${SCHEMA}.meta VALUES ($1, $2) ON CONFLICT DO NOTHING`, [name, fresh]);
  const query = `SELECT value FROM ${SCHEMA}.meta WHERE name = $1`;
  const { rows } = await client.query<{ value: string }>(query, [name]);
  return String(rows[0]?.value);
}
