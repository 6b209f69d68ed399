import { DatabaseSync } from 'node:sqlite';

/** Milliseconds a starting server waits for one that is just ending. */
const PATIENCE_MS = 500;

/** SQLite's result code of a lock that another holds. */
const BUSY = 5;

/** Held until released, or until the process ends in whatever way. */
export interface FileLock {
  release(): void;
}

/**
 * Takes a lock that the operating system takes back when the process dies, `kill -9` included: the write lock of a
 * SQLite file of its own, since Node has no flock. Others may still read who holds it.
 * @param path the lock's own file; it stays, empty of meaning, when the lock is gone
 * @returns the lock, or the process id of who holds it (null where it does not say)
 * @throws SQLite's errors where the file cannot be written
 */
export function takeFileLock(path: string): { lock: FileLock } | { heldBy: number | null } {
  const database = new DatabaseSync(path, { timeout: PATIENCE_MS });
  try {
    database.exec('BEGIN IMMEDIATE');
    database.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL) STRICT; DELETE FROM holder');
    database.prepare('INSERT INTO holder VALUES (?)').run(process.pid);
    // Committed, so that others can read it; whoever comes first after that has the lock.
    database.exec('COMMIT; BEGIN IMMEDIATE');
    return { lock: { release: () => database.close() } };
  } catch (error) {
    const code = (error as { errcode?: unknown }).errcode;
    const busy = typeof code === 'number' && (code & 0xff) === BUSY;
    const heldBy = busy ? holderOf(database) : null;
    database.close();
    if (busy) return { heldBy };
    throw error;
  }
}

function holderOf(database: DatabaseSync): number | null {
  try {
    const row = database.prepare('SELECT pid FROM holder').get();
    return typeof row?.pid === 'number' ? row.pid : null;
  } catch {
    return null;
  }
}
