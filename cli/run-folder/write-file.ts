import { renameSync, writeFileSync } from 'node:fs';
import { OperatorError } from '../../fixtures/operator-error.ts';

/** What the file system says of a place where nothing can be written. */
const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EISDIR']);

/** Turns the file system's errors into words for a person; anything else is passed on. */
export function asDiskError(error: unknown, path: string): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new OperatorError(
      'DISK_FULL',
      `the disk is full: ${path} could not be written`,
      'free some space and run this again',
      {
        cause: error,
      },
    );
  }
  if (code !== undefined && NOT_WRITABLE.has(code)) {
    return new OperatorError(
      'NOT_WRITABLE',
      `${path} cannot be written (${code})`,
      'choose another folder, make it, or change its permissions',
      {
        cause: error,
      },
    );
  }
  return error;
}

/**
 * Writes a whole file or nothing: a crash leaves the old one or the new one, never half of it.
 * @throws OperatorError NOT_WRITABLE, DISK_FULL
 */
export function writeWhole(path: string, content: string): void {
  const partial = `${path}.${process.pid}.part`;
  try {
    writeFileSync(partial, content, { flush: true });
    renameSync(partial, path);
  } catch (error) {
    throw asDiskError(error, path);
  }
}

/** {@link writeWhole} of a value as JSON that people can read. */
export function writeJson(path: string, value: unknown): void {
  writeWhole(path, `${JSON.stringify(value, null, 2)}\n`);
}
