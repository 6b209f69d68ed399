import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import { writeWhole } from '../run-folder/write-file.ts';
import { BundleRefused, bundleScript } from './bundle-script.ts';

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

/**
 * The script to start k6 with: the scenario and all that it imports in one file. With an adapter of one's own it selects the adapter and
 * then is the scenario: modules are loaded in the order in which they are imported.
 * @param script below the project, e.g. `scenarios/round-1.ts`
 * @param folder for what is generated; made if need be
 * @throws OperatorError ADAPTER_INVALID for an adapter that cannot be read or imports what is not there
 */
export function scriptEntry(script: string, adapter: string | null, folder: string): string {
  const scenario = join(PACKAGE_ROOT, script);
  mkdirSync(folder, { recursive: true });
  const out = join(folder, 'entry.js');
  try {
    bundleScript(adapter === null ? scenario : withAdapter(scenario, adapter, folder), out);
  } catch (error) {
    if (!(error instanceof BundleRefused) || adapter === null) throw error;
    throw new OperatorError(
      'ADAPTER_INVALID',
      `${adapter} cannot be made into a script for k6: ${error.message}`,
      'docs/targets.md says what an adapter may use; npm packages must be installed where the adapter is',
      { cause: error },
    );
  }
  return out;
}

function withAdapter(scenario: string, adapter: string, folder: string): string {
  const select = join(folder, 'select-adapter.ts');
  const entry = join(folder, 'entry.ts');
  const selected = join(PACKAGE_ROOT, 'scenarios', 'targets', 'selected.ts');
  writeWhole(
    select,
    `import { adapter } from ${JSON.stringify(adapter)};
import { selectAdapter } from ${JSON.stringify(selected)};

selectAdapter(adapter);
`,
  );
  writeWhole(entry, `import './select-adapter.ts';\n\nexport * from ${JSON.stringify(scenario)};\n`);
  return entry;
}
