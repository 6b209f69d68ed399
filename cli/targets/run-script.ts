import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import type { MockParts } from '../../scenarios/targets/mock.ts';
import { PHASE_NAMES, type WorkloadName } from '../../scenarios/workloads/phase.ts';
import type { PlayName } from '../../scenarios/workloads/play-name.ts';
import { writeWhole } from '../run-folder/write-file.ts';
import { bundleEntry, bundleScript } from './bundle-script.ts';
import { type PhotosInScript, writeEncodedPhotos } from './encoded-photos.ts';
import { foldScript } from './fold-script.ts';

const SCENARIOS = join(PACKAGE_ROOT, 'scenarios');

/** What a run plays, and how. */
export interface RunScript {
  workload: WorkloadName;
  plays: ReadonlySet<PlayName>;
  /** Some of it goes over bad links. */
  overLinks: boolean;
  /** What the script is to hold of the plan's photos itself; null where k6 reads them from the plan. */
  photos: PhotosInScript | null;
  /** Takes some seconds, and is worth it where VUs are very many. */
  folded: boolean;
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
  const photos = join(folder, 'photos.js');
  const entry = join(folder, 'entry.ts');
  bundleScript(join(SCENARIOS, 'init-stage', 'index.ts'), initStage, 'part');
  if (run.photos !== null) writeEncodedPhotos(run.photos, photos);
  writeWhole(entry, composedEntry(run, adapter));
  const script = bundleEntry(entry, adapter, folder);
  if (run.folded) foldScript(script);
  // The script holds them, and its map leads to the sources.
  rmSync(initStage);
  rmSync(photos, { force: true });
  return script;
}

/** What of the mock each play needs beside what every run does: a maker in `scenarios/targets/` and its place among the adapter's parts. */
const MOCK_PARTS: Partial<Record<PlayName, { file: string; maker: string; part: keyof MockParts }>> = {
  readers: { file: 'mock-public-pages.ts', maker: 'mockPublicPages', part: 'publicPages' },
  'offline-tps': { file: 'mock-offline.ts', maker: 'mockOffline', part: 'offline' },
  'confirming-tps': { file: 'mock-confirm.ts', maker: 'mockConfirm', part: 'confirm' },
  pleno: { file: 'mock-pleno.ts', maker: 'mockPleno', part: 'pleno' },
};

function composedEntry({ workload, plays, overLinks, photos }: RunScript, adapter: string | null): string {
  const names = [...plays];
  return `// Made for one run, and bundled into entry.js together with the init stage.
import { defineScenario } from ${from('scenario.ts')};
${adapter === null ? mockAdapter(names) : ownAdapter(adapter)}
${names.map((name, i) => `import { play as play${i} } from ${from('plays', `${name}.ts`)};\n`).join('')}${photos === null ? `import { openPackedPhotos } from ${from('photos', 'packed-photos.ts')};` : `import { formOf, headBytes } from './photos.js';\nimport { encodedPhotoForm } from ${from('photos', 'encoded-photos.ts')};`}
${overLinks ? `import { targetOverLinks } from ${from('signal', 'linked-target.ts')};\n` : ''}
const scenario = defineScenario('${workload}', {
  initStage: () => require('./init-stage.cjs'),
  adapter: () => adapter,
  plays: { ${names.map((name, i) => `'${name}': play${i}`).join(', ')} },
  openPhotos: ${photos === null ? 'openPackedPhotos' : '() => encodedPhotoForm({ formOf, headBytes })'},
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
