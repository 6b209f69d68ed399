import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';

/** The adapter that needs no file. */
export const BUILT_IN_ADAPTER = 'mock';

/**
 * The file of the adapter that was named, or null for the one that comes with the toolkit.
 * @throws OperatorError ADAPTER_INVALID for a file that is not there or is no script
 */
export function adapterFile(named: string | undefined): string | null {
  if (named === undefined || named === BUILT_IN_ADAPTER) return null;
  const path = resolve(named);
  if (!/\.(ts|js)$/.test(path) || !existsSync(path)) {
    throw new OperatorError(
      'ADAPTER_INVALID',
      `there is no adapter ${named}: it is neither ${BUILT_IN_ADAPTER} nor a .ts or .js file that is there`,
      'docs/targets.md says how to write one',
    );
  }
  if (!/\bexport\b[^;]*\badapter\b/.test(readFileSync(path, 'utf8'))) {
    throw new OperatorError(
      'ADAPTER_INVALID',
      `${named} exports no \`adapter\``,
      'write `export const adapter: Adapter = { name, open }`, see docs/targets.md',
    );
  }
  return path;
}
