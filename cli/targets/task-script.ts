import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import { writeWhole } from '../run-folder/write-file.ts';
import { bundleEntry } from './bundle-script.ts';

const SCENARIOS = join(PACKAGE_ROOT, 'scenarios');

/**
 * The script to ask a target something with: a task and all that it imports in one file. With an adapter of one's own it selects the adapter and
 * then is the task: modules are loaded in the order in which they are imported.
 * @param task in `scenarios/target-tasks/`, e.g. `check`
 * @param folder for what is generated; made if need be
 * @throws OperatorError ADAPTER_INVALID for an adapter that cannot be read or imports what is not there
 */
export function taskScript(task: string, adapter: string | null, folder: string): string {
  const script = join(SCENARIOS, 'target-tasks', `${task}.ts`);
  mkdirSync(folder, { recursive: true });
  return bundleEntry(adapter === null ? script : withAdapter(script, adapter, folder), adapter, folder);
}

function withAdapter(script: string, adapter: string, folder: string): string {
  const select = join(folder, 'select-adapter.ts');
  const entry = join(folder, 'entry.ts');
  writeWhole(
    select,
    `import { adapter } from ${JSON.stringify(adapter)};
import { selectAdapter } from ${JSON.stringify(join(SCENARIOS, 'targets', 'selected.ts'))};

selectAdapter(adapter);
`,
  );
  writeWhole(entry, `import './select-adapter.ts';\n\nexport * from ${JSON.stringify(script)};\n`);
  return entry;
}
