import type { LinkProxy, LinksFile, TpsLink } from './links-file.ts';

/** How the requests of one TPS go. */
export interface Route {
  /** null: straight to the target. */
  proxy: LinkProxy | null;
  /** Plan seconds from the start of the session without any signal. */
  travelSecond: number;
}

/** @param tps in order of kode */
export function routeOf(
  { otherwise, kecamatan }: Pick<LinksFile, 'otherwise' | 'kecamatan'>,
  byName: Record<string, LinkProxy>,
  tps: ArrayLike<TpsLink>,
  kode: string,
): Route {
  const own = found(tps, kode);
  const name = own === null ? (kecamatan[kode.slice(0, KECAMATAN_DIGITS)] ?? otherwise) : own.proxy;
  return { proxy: name === null ? null : proxyNamed(byName, name), travelSecond: own?.travelSecond ?? 0 };
}

const KECAMATAN_DIGITS = 6;

/** The name of the proxy on which there is no signal. */
export const NO_SIGNAL = 'none';

export function proxyNamed(byName: Record<string, LinkProxy>, name: string): LinkProxy {
  const proxy = byName[name];
  if (proxy === undefined) throw new Error(`LINKS names a proxy "${name}" that it has not.`);
  return proxy;
}

/** By halves: looking at an element of what all VUs share costs as much as reading it. */
function found(tps: ArrayLike<TpsLink>, kode: string): TpsLink | null {
  let from = 0;
  let to = tps.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const entry = tps[middle] as TpsLink;
    if (entry.kode === kode) return entry;
    if (entry.kode < kode) from = middle + 1;
    else to = middle;
  }
  return null;
}
