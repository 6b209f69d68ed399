import type { Options } from 'k6/options';
import type { Environment } from '../environment.ts';
import { everyAddressBut } from './every-address-but.ts';

const LOOPBACK = ['127.0.0.0/8', '::1'];

/**
 * k6's own guard: it refuses to connect to any address but those that may be reached, whatever a script, a redirect or a name
 * service says. With a permission these are exactly its targets' and its proxies' addresses, and k6 sends no more requests a
 * second than it allows.
 */
export function networkOptions(permitted: Environment['permitted']): Options {
  // k6 takes options from its first reading of a script, as VU 0; each VU reads it again, and this takes milliseconds.
  if (__VU > 0) return {};
  if (permitted === null) return { blacklistIPs: everyAddressBut(LOOPBACK), maxRedirects: 0 };
  const { permission, target } = permitted;
  const admitted = [target, ...permission.proxies].flatMap(({ addresses }) => addresses);
  return {
    blacklistIPs: everyAddressBut(admitted),
    // A redirect would be a request that no line of the journal tells of.
    maxRedirects: 0,
    rps: permission.maximum.requestsPerSecond,
    ...(target.pinned ? { hosts: { [target.host]: target.addresses[0] as string } } : {}),
  };
}
