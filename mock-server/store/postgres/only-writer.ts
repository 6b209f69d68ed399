import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { OperatorError } from '../../../fixtures/operator-error.ts';
import { connect } from './connection.ts';
import type { PostgresLocation } from './location.ts';

/** Any number that nobody else in this database uses: "SUB1" in ASCII. */
const LOCK = 0x53554231;

/** Milliseconds PostgreSQL is given to notice that the server before this one was killed. */
const PATIENCE_MS = 3_000;
const PAUSE_MS = 50;

/**
 * A connection that holds the store's lock. PostgreSQL takes the lock back when the connection ends, in whatever way.
 * @throws OperatorError STORE_TAKEN; pg's errors
 */
export async function connectAsOnlyWriter(location: PostgresLocation): Promise<pg.Client> {
  const client = await connect(location);
  try {
    const until = performance.now() + PATIENCE_MS;
    while (!(await tryLock(client))) {
      if (performance.now() > until) throw taken(location, await holder(client));
      await setTimeout(PAUSE_MS);
    }
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [
    LOCK,
  ]);
  return rows[0]?.locked === true;
}

/** What the session that holds the lock calls itself; it names the process. */
async function holder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND objid = $1
       AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [LOCK],
  );
  return rows[0]?.name || 'another server';
}

function taken({ name }: PostgresLocation, by: string): OperatorError {
  return new OperatorError(
    'STORE_TAKEN',
    `the store ${name} is in use by another server (${by})`,
    'Stop that server, or choose another database with --store.',
  );
}
