import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/** A real PostgreSQL of its own for tests, on a free loopback port and a unix socket, with passwords on. */
export interface PostgresServer {
  port: number;
  /** Folder of the unix socket and of the data. */
  folder: string;
  /** Makes an empty database; returns its URL, password included. */
  createDatabase(options?: { tablespace?: string }): Promise<string>;
  /** As the superuser. */
  query(text: string): Promise<Record<string, unknown>[]>;
  /** kill -9 of its first process; the others end when they see that it is gone. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and removes everything. */
  remove(): Promise<void>;
}

export const PASSWORD = 'kata-sandi-uji';
const USER = 'uji';
const START_MS = 30_000;

/** Debian keeps the server's programs out of the PATH. @throws where they are not installed */
function programs(): string {
  const root = '/usr/lib/postgresql';
  for (const version of readdirSync(root).sort((a, b) => Number(b) - Number(a))) {
    const folder = join(root, version, 'bin');
    if (readdirSync(folder).includes('initdb')) return folder;
  }
  throw new Error('initdb is missing: .ci/test-packages installs Debian’s postgresql');
}

/** PostgreSQL refuses to run as root, so root becomes the user that Debian's package makes. */
function unprivileged(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

export async function startPostgresServer(): Promise<PostgresServer> {
  const bin = programs();
  const as = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'uji-beban-postgres-'));
  chmodSync(folder, 0o755);
  if ('uid' in as) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD, { mode: 0o644 });
  const initdb = ['-D', data, '-U', USER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  execFileSync(join(bin, 'initdb'), [...initdb, '--no-sync', '--locale=C'], {
    ...as,
    cwd: folder,
    stdio: 'pipe',
  });
  const port = await freePort();
  appendFileSync(
    join(data, 'postgresql.conf'),
    [
      "listen_addresses = '127.0.0.1'",
      `port = ${port}`,
      `unix_socket_directories = '${folder}'`,
      "shared_buffers = '32MB'",
      // The default of a database that asks for less than the store does.
      'synchronous_commit = off',
      '',
    ].join('\n'),
  );

  let child: ChildProcess | null = null;
  const urlOf = (database: string) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  async function query(text: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: urlOf('postgres') });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end().catch(() => {});
    }
  }
  async function start(): Promise<void> {
    const until = Date.now() + START_MS;
    do {
      // It refuses to start while processes of a killed one are still ending.
      if (!child || child.exitCode !== null || child.signalCode !== null) {
        child = spawn(join(bin, 'postgres'), ['-D', data], { ...as, cwd: folder, stdio: 'ignore' });
      }
      if (Date.now() > until) throw new Error('PostgreSQL did not start');
      await setTimeout(50);
    } while (!(await query('SELECT 1').catch(() => null)));
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
  let databases = 0;
  await start();
  return {
    port,
    folder,
    query,
    start,
    createDatabase: async ({ tablespace } = {}) => {
      const name = `store_${++databases}`;
      await query(`CREATE DATABASE ${name}${tablespace === undefined ? '' : ` TABLESPACE ${tablespace}`}`);
      return urlOf(name);
    },
    kill: () => end('SIGKILL'),
    remove: async () => {
      // Immediate shutdown: nothing in it is needed any more.
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
