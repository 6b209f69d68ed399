import { renameSync, writeFileSync } from 'node:fs';
import { writeTrouble } from '../../fixtures/file-trouble.ts';

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
    throw writeTrouble(error, path);
  }
}

/** {@link writeWhole} of a value as JSON that people can read. */
export function writeJson(path: string, value: unknown): void {
  writeWhole(path, `${JSON.stringify(value, null, 2)}\n`);
}
