import { OperatorError } from '../../fixtures/operator-error.ts';
import { SQLITE, sqliteCode } from '../store/sqlite/errors.ts';

/** Another server, perhaps in this very process, has the folder open. */
export function folderTaken(folder: string, heldBy: number | null): OperatorError {
  const who = heldBy === null ? 'another server' : `another server (process ${heldBy})`;
  return new OperatorError(
    'STORE_TAKEN',
    `the folder of photos ${folder} is in use by ${who}`,
    'Stop that server, or choose another folder with --photos.',
  );
}

export function folderOfAnotherStore(folder: string): OperatorError {
  return new OperatorError(
    'STORE_REFUSED',
    `the folder ${folder} keeps the photos of another store`,
    'Give the store it belongs to with --store, or choose another folder with --photos.',
  );
}

export function notAPhotoFolder(folder: string): OperatorError {
  return new OperatorError(
    'NOT_WRITABLE',
    `the folder ${folder} is not empty and keeps no photos of this server`,
    'Choose an empty or a new folder with --photos.',
  );
}

/** Why the folder cannot be used, for the person at the keyboard; an error that says so already stays as it is. */
export function folderRefused(folder: string, error: unknown): OperatorError {
  if (error instanceof OperatorError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOSPC' || sqliteCode(error) === SQLITE.full) {
    return new OperatorError(
      'DISK_FULL',
      `the disk is full: the folder of photos ${folder} cannot be opened`,
      'Make room on that disk, or choose another folder with --photos.',
      { cause: error },
    );
  }
  return new OperatorError(
    'NOT_WRITABLE',
    `the folder of photos ${folder} cannot be written (${error instanceof Error ? error.message : error})`,
    'Choose a folder you may write to, or change its permissions.',
    { cause: error },
  );
}
