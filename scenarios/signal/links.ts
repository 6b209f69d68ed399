import { SharedArray } from 'k6/data';
import type { LinkProxy, LinksFile, TpsLink } from './links-file.ts';
import type { Route } from './route.ts';
import { routeOf } from './route.ts';

/** The links of a run as its scripts see them. */
export interface Links extends Omit<LinksFile, 'tps'> {
  /** How the requests of a TPS go. */
  routeOf(kode: string): Route;
}

/**
 * Reads the file that LINKS names. k6's init stage only; the TPS are kept once for all VUs.
 * @returns null where LINKS is not set: everything goes straight to the target
 */
export function openLinks(path: string | undefined): Links | null {
  if (!path) return null;
  const rest = new SharedArray('links', () => {
    const { tps: _, ...file } = JSON.parse(open(path)) as LinksFile;
    return [file];
  });
  const tps: ArrayLike<TpsLink> = new SharedArray(
    'links of TPS',
    () => (JSON.parse(open(path)) as LinksFile).tps,
  );
  const file = rest[0] as Omit<LinksFile, 'tps'>;
  const byName: Record<string, LinkProxy> = {};
  for (const proxy of file.proxies) byName[proxy.name] = proxy;
  return { ...file, routeOf: (kode) => routeOf(file, byName, tps, kode) };
}
