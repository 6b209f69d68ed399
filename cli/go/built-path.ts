import { homedir } from 'node:os';
import { join } from 'node:path';
import { IS_CHECKOUT, PACKAGE_ROOT } from '../../fixtures/package-root.ts';

/** Where a program that we built lies: in the checkout, or in the user's cache for an installed package. */
export function builtPath(name: string, version: string): string {
  if (IS_CHECKOUT) return join(PACKAGE_ROOT, '.bin', name);
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(cache, 'sirekap-uji-beban', `${name}-v${version}`, name);
}
