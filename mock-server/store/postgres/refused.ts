import { OperatorError } from '../../../fixtures/operator-error.ts';

/** SQLSTATEs we tell apart (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const SQLSTATE = {
  diskFull: '53100',
  wrongPassword: '28P01',
  notAuthorised: '28000',
  noDatabase: '3D000',
} as const;

/** The disk of the database is full. */
export function isDiskFull(error: unknown): boolean {
  return sqlState(error) === SQLSTATE.diskFull;
}

/** The five characters of a SQLSTATE; null for an error that PostgreSQL did not send. */
export function sqlState(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/**
 * The connection is gone, or PostgreSQL is starting, stopping or recovering: another connection may do. Classes 08 and
 * 57P; what is no SQLSTATE comes from the socket.
 */
export function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error);
  return state === null || state.startsWith('08') || state.startsWith('57P');
}

/** Why the database cannot be used, for the person at the keyboard. PostgreSQL's own words name no password. */
export function databaseRefused(name: string, error: unknown): OperatorError {
  if (error instanceof OperatorError) return error;
  const options = { cause: error };
  const words = wordsOf(error);
  switch (sqlState(error)) {
    case SQLSTATE.diskFull:
      return new OperatorError(
        'DISK_FULL',
        `the disk of the database ${name} is full`,
        'Make room on that disk.',
        options,
      );
    case SQLSTATE.wrongPassword:
    case SQLSTATE.notAuthorised:
      return new OperatorError(
        'STORE_REFUSED',
        `the database ${name} does not let that user in (${words})`,
        'Correct user and password in --store; the password may also come from PGPASSWORD or ~/.pgpass.',
        options,
      );
    case SQLSTATE.noDatabase:
      return new OperatorError(
        'STORE_REFUSED',
        `there is no such database: ${name}`,
        'Create it with `createdb`, or correct its name in --store.',
        options,
      );
  }
  // A missing password is found out before PostgreSQL has answered.
  if (!isConnectionLost(error) || /password/i.test(words)) {
    return new OperatorError(
      'STORE_REFUSED',
      `the database ${name} cannot be used (${words})`,
      'Correct what PostgreSQL says; the user needs CREATE on the database, or to own the schema.',
      options,
    );
  }
  return new OperatorError(
    'STORE_UNREACHABLE',
    `no PostgreSQL answers at ${name} (${words})`,
    'Start it (`pg_lsclusters` and `pg_ctlcluster` on Debian), or correct host and port in --store.',
    options,
  );
}

/** Connecting to several addresses fails with several errors and no message of its own. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
