import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../fixtures/package-root.ts';

interface LockedPackage {
  version: string;
  resolved?: string;
  integrity?: string;
  optional?: boolean;
  os?: string[];
  optionalDependencies?: Record<string, string>;
}

const text = readFileSync(join(PACKAGE_ROOT, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as { packages: Record<string, LockedPackage> };

// npm leaves out what a registry does not serve, and `npm ci` then refuses to install anything at all.
it('locks the builds for every platform, so that `npm ci` works on all of them', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`${path}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});

it('names no registry, and holds the digest of everything but builds for platforms its registry did not serve', () => {
  const locked = Object.entries(packages).filter(([path]) => path !== '');
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  const loose = locked.filter(([, { integrity }]) => integrity === undefined);
  expect(loose.filter(([, { optional, os }]) => optional !== true || os === undefined)).toEqual([]);
});
