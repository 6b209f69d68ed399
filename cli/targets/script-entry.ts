import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import type { MockParts } from '../../scenarios/targets/mock.ts';
import { PHASE_NAMES, type WorkloadName } from '../../scenarios/workloads/phase.ts';
import type { PlayName } from '../../scenarios/workloads/play-name.ts';
import { writeWhole } from '../run-folder/write-file.ts';
import { BundleRefused, bundleScript } from './bundle-script.ts';

const SCENARIOS = join(PACKAGE_ROOT, 'scenarios');

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
 * The script to ask a target something with: a task and all that it imports in one file. With an adapter of one's own it selects the adapter and
 * then is the task: modules are loaded in the order in which they are imported.
 * @param task in `scenarios/target-tasks/`, e.g. `check`
 * @param folder for what is generated; made if need be
 * @throws OperatorError ADAPTER_INVALID for an adapter that cannot be read or imports what is not there
 */
export function taskScript(task: string, adapter: string | null, folder: string): string {
  const script = join(SCENARIOS, 'target-tasks', `${task}.ts`);
  mkdirSync(folder, { recursive: true });
  return bundled(adapter === null ? script : withAdapter(script, adapter, folder), adapter, folder);
}

/** What a run plays, and how. */
export interface RunScript {
  workload: WorkloadName;
  plays: ReadonlySet<PlayName>;
  /** Some of it goes over bad links. */
  overLinks: boolean;
}

/**
 * The script to start k6 with: a workload and what a run of it plays in one file, and no more: k6 keeps every function of a script for every
 * VU. What is only needed in k6's first reading of a script stands in a function of its own, see `scenarios/composition.ts`.
 * @param folder for what is generated; made if need be
 * @throws OperatorError ADAPTER_INVALID for an adapter that cannot be read or imports what is not there
 */
export function runScript(run: RunScript, adapter: string | null, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const initStage = join(folder, 'init-stage.cjs');
  const entry = join(folder, 'entry.ts');
  bundleScript(join(SCENARIOS, 'init-stage', 'index.ts'), initStage, 'part');
  writeWhole(entry, composedEntry(run, adapter));
  const script = bundled(entry, adapter, folder);
  // The script holds it, and its map leads to the sources.
  rmSync(initStage);
  return script;
}

function bundled(entry: string, adapter: string | null, folder: string): string {
  const out = join(folder, 'entry.js');
  try {
    bundleScript(entry, out);
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

/** What of the mock each play needs beside what every run does: a maker in `scenarios/targets/` and its place among the adapter's parts. */
const MOCK_PARTS: Partial<Record<PlayName, { file: string; maker: string; part: keyof MockParts }>> = {
  readers: { file: 'mock-public-pages.ts', maker: 'mockPublicPages', part: 'publicPages' },
  'offline-tps': { file: 'mock-offline.ts', maker: 'mockOffline', part: 'offline' },
  'confirming-tps': { file: 'mock-confirm.ts', maker: 'mockConfirm', part: 'confirm' },
  pleno: { file: 'mock-pleno.ts', maker: 'mockPleno', part: 'pleno' },
};

function composedEntry({ workload, plays, overLinks }: RunScript, adapter: string | null): string {
  const names = [...plays];
  return `// Made for one run, and bundled into entry.js together with the init stage.
import { defineScenario } from ${from('scenario.ts')};
${adapter === null ? mockAdapter(names) : ownAdapter(adapter)}
${names.map((name, i) => `import { play as play${i} } from ${from('plays', `${name}.ts`)};\n`).join('')}${overLinks ? `import { targetOverLinks } from ${from('signal', 'linked-target.ts')};\n` : ''}
const scenario = defineScenario('${workload}', {
  initStage: () => require('./init-stage.cjs'),
  adapter: () => adapter,
  plays: { ${names.map((name, i) => `'${name}': play${i}`).join(', ')} },
  overLinks: ${overLinks ? 'targetOverLinks' : 'null'},
});

export const options = scenario.options;
export const { ${PHASE_NAMES.join(', ')}${workload === 'breakpoint' ? ', teardown' : ''} } = scenario;
`;
}

/** The mock's adapter with what these plays need. */
function mockAdapter(plays: readonly PlayName[]): string {
  const parts = plays.flatMap((play) => MOCK_PARTS[play] ?? []);
  return `import { mockAdapterOf } from ${from('targets', 'mock.ts')};
${parts.map(({ file, maker }) => `import { ${maker} } from ${from('targets', file)};\n`).join('')}
const adapter = mockAdapterOf({ ${parts.map(({ part, maker }) => `${part}: ${maker}`).join(', ')} });`;
}

function ownAdapter(file: string): string {
  return `import { adapter } from ${JSON.stringify(file)};
import { checkedAdapter } from ${from('targets', 'checked-adapter.ts')};

if (__VU === 0) checkedAdapter(adapter);`;
}

/** A file below `scenarios/`, as an import names it. */
function from(...path: string[]): string {
  return JSON.stringify(join(SCENARIOS, ...path));
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
