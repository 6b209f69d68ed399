import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import { scriptDigests } from './script-digests.ts';

/** What the scenarios really import, themselves included. */
function imported(): string[] {
  const entryPoints = globSync('scenarios/**/*.ts', { cwd: PACKAGE_ROOT }).filter(
    (path) => !path.endsWith('.test.ts') && !path.includes('/testing/'),
  );
  const { metafile } = buildSync({
    absWorkingDir: PACKAGE_ROOT,
    entryPoints,
    bundle: true,
    write: false,
    metafile: true,
    outdir: join(PACKAGE_ROOT, 'none'),
    format: 'esm',
    platform: 'neutral',
    external: ['k6', 'k6/*'],
  });
  return Object.keys(metafile.inputs).sort();
}

it('covers exactly what k6 is given to read', () => {
  const digests = Object.keys(scriptDigests());
  const paths = imported();
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter((path) => !digests.includes(path))).toEqual([]);
  const beside = digests.filter((path) => !path.startsWith('scenarios/') && !paths.includes(path));
  expect(beside).toEqual([]);
});

it('is in the package, to the last file', () => {
  const { files } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as {
    files: string[];
  };
  const packed = (path: string) => files.some((entry) => path === entry || path.startsWith(`${entry}/`));
  expect(imported().filter((path) => !packed(path))).toEqual([]);
});
