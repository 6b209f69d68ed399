import { hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';

/** What k6 is given to read, relative to the project. */
const SCRIPTS = [
  'scenarios/**/*.ts',
  'fixtures/arrival/schedule.ts',
  'fixtures/form/fields.ts',
  'fixtures/form/written-figures.ts',
  'fixtures/photos/upload-mark.ts',
  'fixtures/plan/line-files.ts',
  'fixtures/plan/types.ts',
  'fixtures/pleno/plenary.ts',
  'fixtures/pleno/types.ts',
];

/** SHA-256 of every script that takes part in a run, so that a report can say exactly what ran. */
export function scriptDigests(): Record<string, string> {
  const paths = SCRIPTS.flatMap((pattern) => globSync(pattern, { cwd: PACKAGE_ROOT }))
    .filter((path) => !path.endsWith('.test.ts') && !path.includes('/testing/'))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [path, hash('sha256', readFileSync(join(PACKAGE_ROOT, path)))]),
  );
}
