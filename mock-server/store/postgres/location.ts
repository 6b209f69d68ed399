import { isIPv4 } from 'node:net';
import { OperatorError } from '../../../fixtures/operator-error.ts';

/** Where a PostgreSQL database is and who logs in, from its URL. */
export interface PostgresLocation {
  /** An address of the loopback network, or the folder of a unix socket. */
  host: string;
  port: number;
  user: string;
  /** Null: PGPASSWORD or ~/.pgpass, where the database asks for one. */
  password: string | null;
  database: string;
  /** The URL without its password, for messages. */
  name: string;
}

const DEFAULT_PORT = 5432;

/** Stands where a URL names no host, which `URL` does not allow behind a user. */
const NO_HOST = 'no-host.invalid';

export function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:/i.test(text);
}

/**
 * Reads `postgres://user:password@127.0.0.1:5432/database`, or `postgres://user@/database?host=/run/postgresql` for a
 * unix socket. No message repeats the password.
 * @throws OperatorError USAGE, and STORE_UNREACHABLE for a host that is not this machine
 */
export function readPostgresUrl(text: string): PostgresLocation {
  const url = parse(text);
  const unknown = [...url.searchParams.keys()].filter((name) => name !== 'host' && name !== 'port');
  if (unknown.length > 0) throw malformed(`it has the parameter ${unknown.join(', ')}`);
  const host = decode(url.searchParams.get('host') ?? url.hostname).replace(/^\[(.*)\]$/, '$1');
  const database = decode(url.pathname.slice(1));
  const user = decode(url.username);
  if (host === '' || host === NO_HOST || database === '' || user === '')
    throw malformed('it lacks user, host or database');
  const port = Number(url.searchParams.get('port') ?? (url.port || DEFAULT_PORT));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw malformed('its port is no port');
  const at = host.startsWith('/') ? `/${database}?host=${host}&port=${port}` : `${host}:${port}/${database}`;
  return {
    host: onThisMachine(host),
    port,
    user,
    password: url.password === '' ? null : decode(url.password),
    database,
    name: `postgres://${user}@${at}`,
  };
}

function parse(text: string): URL {
  const withHost = text.replace(/^(postgres(?:ql)?:\/\/[^/?#]*@)(?=[/?#])/i, `$1${NO_HOST}`);
  try {
    return new URL(withHost);
  } catch {
    throw malformed('it cannot be read');
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw malformed('a % in it starts no escape');
  }
}

/** `localhost` becomes its address, so that no name service is asked. */
function onThisMachine(host: string): string {
  if (host === 'localhost') return '127.0.0.1';
  if (host.startsWith('/') || host === '::1' || (isIPv4(host) && host.startsWith('127.'))) return host;
  throw new OperatorError(
    'STORE_UNREACHABLE',
    `the mock does not use a database on ${host}: nothing leaves this machine`,
    'Use a PostgreSQL on 127.0.0.1, ::1, or a unix socket (postgres://user@/database?host=/run/postgresql).',
  );
}

function malformed(why: string): OperatorError {
  return new OperatorError(
    'USAGE',
    `the URL of the PostgreSQL store is not valid: ${why}`,
    'Write postgres://user@127.0.0.1:5432/database; the password may come from PGPASSWORD or ~/.pgpass.',
  );
}
