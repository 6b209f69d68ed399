import { isAddressOrRange, isAmong, LOOPBACK } from '../permission/every-address-but.ts';
import { originOf } from '../permission/permission.ts';
import type { LinksFile } from '../signal/links-file.ts';

/**
 * The scenarios' own look at the links, which trusts nobody who wrote them: each proxy is the target by scheme and name, and
 * is led to this machine.
 * @throws Error naming the proxy that is not
 */
export function checkLinks({ proxies, hosts }: Pick<LinksFile, 'proxies' | 'hosts'>, target: string): void {
  const wanted = originOf(target);
  for (const { name, url } of proxies) {
    const origin = originOf(url);
    if (origin === null || origin.scheme !== wanted?.scheme || origin.host !== wanted.host)
      throw new Error(`LINKS has a proxy "${name}" at ${url}, which is not ${target}.`);
    const led = hosts[`${origin.host}:${origin.port}`]?.replace(/:\d+$/, '') ?? origin.host;
    if (!isLoopback(led))
      throw new Error(`LINKS has a proxy "${name}" at ${led}; links are played on this machine only.`);
  }
}

function isLoopback(host: string): boolean {
  return isAddressOrRange(host) && isAmong(host, LOOPBACK);
}
