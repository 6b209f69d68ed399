import { execFileSync } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../fixtures/package-root.ts';

/**
 * Builds dist/ for `npm pack`: Node strips no types below node_modules, so a package carries the CLI as JavaScript,
 * with the data files its modules read beside themselves. k6 strips types itself: scenarios go out as they are.
 */
const DATA_FILES = [
  'fixtures/regions/*.json',
  'fixtures/documents/*.json',
  'fixtures/signal/*.json',
  'mock-server/presets/*.json',
  'cli/criteria/*.yaml',
];

rmSync(join(PACKAGE_ROOT, 'dist'), { recursive: true, force: true });
execFileSync(join(PACKAGE_ROOT, 'node_modules', '.bin', 'tsc'), ['--project', 'tsconfig.build.json'], {
  cwd: PACKAGE_ROOT,
  stdio: 'inherit',
});
for (const path of DATA_FILES.flatMap((pattern) => globSync(pattern, { cwd: PACKAGE_ROOT }))) {
  cpSync(join(PACKAGE_ROOT, path), join(PACKAGE_ROOT, 'dist', path));
}
