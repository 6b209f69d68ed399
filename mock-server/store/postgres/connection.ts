import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { PostgresLocation } from './location.ts';
import { isConnectionLost } from './refused.ts';

const CONNECT_TIMEOUT_MS = 5_000;

/** Milliseconds a store that has been open waits for its database to come back: about what a crash recovery takes. */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 200;

/** What pg is told; every host stands here, so that PGHOST cannot lead elsewhere. */
export function clientOptions(location: PostgresLocation): pg.ClientConfig {
  const { host, port, user, password, database } = location;
  return {
    host,
    port,
    user,
    database,
    ...(password !== null && { password }),
    ssl: false,
    application_name: applicationName(process.pid),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // Whatever the database's own default: a COMMIT that returns is on disk.
    options: '-c synchronous_commit=on',
  };
}

/** How a server's sessions are told apart in pg_stat_activity. */
export function applicationName(pid: number): string {
  return `sirekap-uji-beban mock, process ${pid}`;
}

/** One connection. @throws pg's errors */
export async function connect(location: PostgresLocation): Promise<pg.Client> {
  const client = new pg.Client(clientOptions(location));
  // A connection that dies between two queries says so here; the next query fails.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Calls `work` again while the database is away, for as long as a recovery takes. @throws the last error */
export async function whileRecovering<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isConnectionLost(error) || performance.now() > until) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}
