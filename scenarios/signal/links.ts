import { SharedArray } from 'k6/data';
import type { Environment } from '../environment.ts';
import { checkLinks } from './check-links.ts';
import type { LinkProxy, LinksFile, TpsLink } from './links-file.ts';
import type { Route } from './route.ts';
import { routeOf } from './route.ts';

/** The links of a run as its scripts see them. */
export interface Links extends Omit<LinksFile, 'tps'> {
  /** How the requests of a TPS go. */
  routeOf(kode: string): Route;
}

/**
 * Reads the file of links. k6's init stage only; the TPS are kept once for all VUs.
 * @returns null where there is none: everything goes straight to the target
 * @throws Error for links that lead anywhere but to proxies in front of the target
 */
export function openLinks({ links: path, target }: Pick<Environment, 'links' | 'target'>): Links | null {
  if (path === null) return null;
  const rest = new SharedArray('links', () => {
    const { tps: _, ...file } = JSON.parse(open(path)) as LinksFile;
    return [file];
  });
  const tps: ArrayLike<TpsLink> = new SharedArray(
    'links of TPS',
    () => (JSON.parse(open(path)) as LinksFile).tps,
  );
  const file = rest[0] as Omit<LinksFile, 'tps'>;
  checkLinks(file, target);
  const byName: Record<string, LinkProxy> = {};
  for (const proxy of file.proxies) byName[proxy.name] = proxy;
  return { ...file, routeOf: (kode) => routeOf(file, byName, tps, kode) };
}
