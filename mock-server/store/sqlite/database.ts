import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/** Of the tables below, in the file's `user_version`; what an earlier one lacks is made at the start. */
const FORMAT_VERSION = 3;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS upload (
    seq INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    run TEXT NOT NULL,
    tps TEXT NOT NULL,
    document TEXT NOT NULL,
    page INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    stored_at INTEGER NOT NULL,
    account TEXT NOT NULL DEFAULT ''
  ) STRICT;
  CREATE INDEX IF NOT EXISTS upload_by_run ON upload (run, seq);
  CREATE INDEX IF NOT EXISTS upload_by_page ON upload (tps, document, page);
  CREATE TABLE IF NOT EXISTS event (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    subject TEXT NOT NULL,
    revision INTEGER NOT NULL,
    kind TEXT NOT NULL,
    account TEXT NOT NULL,
    body TEXT NOT NULL,
    stored_at INTEGER NOT NULL,
    UNIQUE (subject, revision)
  ) STRICT;
`;

/** Pages of 4 KiB in the write-ahead log before they move into the file: each move costs two more fsyncs. */
const CHECKPOINT_PAGES = 4000;

export interface DatabaseOptions {
  path: string;
  /** Pages of 4 KiB the file may grow to; for tests of a full disk. */
  maxPages?: number;
}

/**
 * Opens the file for writing, makes its tables where they are missing, and recovers what a killed process left in the
 * write-ahead log. synchronous=FULL: a commit returns after fsync.
 */
export function openForWriting(options: DatabaseOptions): DatabaseSync {
  const database = new DatabaseSync(options.path, { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (version > FORMAT_VERSION) throw new UnknownFormat(version);
  database.exec(SCHEMA);
  if (version < 3) addAccounts(database);
  database.exec(`PRAGMA user_version = ${FORMAT_VERSION}`);
  if (options.maxPages !== undefined)
    database.exec(`PRAGMA max_page_count = ${Math.trunc(options.maxPages)}`);
  return database;
}

/** Before format 3 nobody was on record as the sender of an upload. */
function addAccounts(database: DatabaseSync): void {
  const columns = database.prepare('PRAGMA table_info(upload)').all();
  if (columns.some(({ name }) => name === 'account')) return;
  database.exec("ALTER TABLE upload ADD COLUMN account TEXT NOT NULL DEFAULT ''");
}

/** Opens the file for reading beside the writer; sees everything that was committed before each query. */
export function openForReading(path: string): DatabaseSync {
  return new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
}

/** What the store keeps of itself, made at its first use. */
export function storeIdentity(database: DatabaseSync): { id: string; secret: string } {
  return { id: kept(database, 'id', 16), secret: kept(database, 'secret', 32) };
}

function kept(database: DatabaseSync, name: string, bytes: number): string {
  database
    .prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO NOTHING')
    .run(name, randomBytes(bytes).toString('hex'));
  return String(database.prepare('SELECT value FROM meta WHERE name = ?').get(name)?.value);
}

/** The file was written by a later version of this server. */
class UnknownFormat extends Error {
  constructor(version: number) {
    super(`its format is ${version}, this version knows ${FORMAT_VERSION}`);
  }
}
