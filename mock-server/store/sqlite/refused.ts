import { OperatorError } from '../../../fixtures/operator-error.ts';
import { SQLITE } from './errors.ts';

/** Another server, perhaps in this very process, has the file open. */
export function storeTaken(path: string, heldBy: number | null): OperatorError {
  const who = heldBy === null ? 'another server' : `another server (process ${heldBy})`;
  return new OperatorError(
    'STORE_TAKEN',
    `the store ${path} is in use by ${who}`,
    'Stop that server, or choose another store with --store.',
  );
}

/** Why the store's file cannot be used, for the person at the keyboard. */
export function storeRefused(
  path: string,
  reason: { kind: string; message?: string; sqliteCode?: number | null },
): OperatorError {
  if (reason.sqliteCode === SQLITE.full) {
    return new OperatorError(
      'DISK_FULL',
      `the disk is full: the store ${path} cannot be opened`,
      'Make room on that disk, or choose another folder for the store.',
    );
  }
  if (reason.sqliteCode === SQLITE.notADatabase) {
    return new OperatorError(
      'NOT_WRITABLE',
      `${path} is not a store of this server`,
      'Choose another file for the store, or move that file away.',
    );
  }
  return new OperatorError(
    'NOT_WRITABLE',
    `the store ${path} cannot be written (${reason.message ?? reason.kind})`,
    'Choose a folder you may write to, or change its permissions.',
  );
}
