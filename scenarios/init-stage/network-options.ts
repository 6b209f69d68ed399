import type { Options } from 'k6/options';
import { everyAddressBut, LOOPBACK } from '../permission/every-address-but.ts';
import type { LinksFile } from '../signal/links-file.ts';
import type { Environment } from './environment.ts';

/** Where the proxies of bad links listen. */
const PROXIES = ['127.0.0.1', '::1'];

/**
 * k6's own guard: it refuses to connect to any address but those that may be reached, whatever a script, a redirect or a name
 * service says. With a permission these are exactly its targets' and its proxies' addresses, and k6 sends no more requests a
 * second than it allows.
 * @param links names that lead to the proxies of bad links, on loopback; null where none are played
 */
export function networkOptions(
  permitted: Environment['permitted'],
  links: Pick<LinksFile, 'hosts'> | null = null,
): Options {
  const linkHosts = links?.hosts ?? {};
  if (permitted === null)
    return { blacklistIPs: everyAddressBut(LOOPBACK), maxRedirects: 0, ...hostsOption(linkHosts) };
  const { permission, target } = permitted;
  const admitted = [target, ...permission.proxies].flatMap(({ addresses }) => addresses);
  return {
    blacklistIPs: everyAddressBut(links === null ? admitted : [...admitted, ...PROXIES]),
    // A redirect would be a request that no line of the journal tells of.
    maxRedirects: 0,
    rps: permission.maximum.requestsPerSecond,
    ...hostsOption(
      target.pinned ? { ...linkHosts, [target.host]: target.addresses[0] as string } : linkHosts,
    ),
  };
}

/** Left out where it is empty: k6 would take it in place of the one in the operator's own configuration. */
function hostsOption(hosts: Record<string, string>): Options {
  return Object.keys(hosts).length === 0 ? {} : { hosts };
}
