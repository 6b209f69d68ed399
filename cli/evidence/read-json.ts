import { readFileSync } from 'node:fs';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { FORMAT_VERSIONS } from '../run-folder/format-versions.ts';

/**
 * A JSON file of a run folder with the `kind` and format version it must have; its bytes too, for hashing.
 * @throws OperatorError RUN_INVALID when it is missing or something else
 */
export function readJson<T extends { kind: Exclude<keyof typeof FORMAT_VERSIONS, 'report'> }>(
  path: string,
  kind: T['kind'],
  remedy: string,
): { value: T; bytes: Buffer } {
  let bytes: Buffer;
  let value: unknown;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new OperatorError('RUN_INVALID', `${path} cannot be read.`, remedy, { cause });
  }
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new OperatorError('RUN_INVALID', `${path} is not JSON.`, remedy, { cause });
  }
  const found = value as { kind?: unknown; formatVersion?: unknown } | null;
  const version = FORMAT_VERSIONS[kind];
  if (found?.kind !== kind || found.formatVersion !== version) {
    throw new OperatorError(
      'RUN_INVALID',
      `${path} is not a ${kind} of format ${version} but ${String(found?.kind)} of format ${String(found?.formatVersion)}.`,
      remedy,
    );
  }
  return { value: value as T, bytes };
}
