import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** The folder of our package.json, whether we run from a checkout or from a built package. */
export const PACKAGE_ROOT = findRoot(import.meta.dirname);

const manifest = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};

/** Name and version that go into plans, runs and reports. */
export const TOOLKIT = { name: manifest.name, version: manifest.version };

/** True where the sources run as they are: a checkout, whose own folders may be written to. A package carries dist/. */
export const IS_CHECKOUT = extname(import.meta.filename) === '.ts';

function findRoot(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${start}`);
    folder = parent;
  }
  return folder;
}
