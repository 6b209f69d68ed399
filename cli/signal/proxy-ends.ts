import { connect, isIP } from 'node:net';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { permittedTarget } from '../../scenarios/permission/permission.ts';
import type { AdmittedTarget } from '../authorisation/admitted-target.ts';
import { isLoopback } from '../authorisation/loopback.ts';
import { THIS_MACHINE } from '../authorisation/surroundings.ts';

/** Both ends of a proxy. */
export interface Ends {
  /** Address on the loopback where phones connect. */
  listen: string;
  /** Address and port of the target, for which no name service is asked any more. */
  upstream: string;
}

const CONNECT_MS = 3000;

const USUAL_PORTS: Record<string, number> = { 'http:': 80, 'https:': 443 };

/**
 * Between which ends the proxies in front of a target stand. The address is settled here, once, so that no answer of a name
 * service can lead load elsewhere later: under an authorisation it is one of those that were found permitted, without one it is
 * looked up and must be loopback.
 * @throws OperatorError TARGET_NOT_AUTHORISED where the name leads elsewhere, TARGET_DOWN where it leads nowhere
 */
export async function endsOf({ url: target, permission }: AdmittedTarget): Promise<Ends> {
  const url = new URL(target);
  const host = bareHost(url);
  const permitted = permission === null ? null : (permittedTarget(permission, target)?.addresses ?? []);
  const addresses = permitted ?? (await THIS_MACHINE.addressesOf(host));
  const [address] = addresses;
  if (address === undefined) {
    throw new OperatorError(
      'TARGET_DOWN',
      `no address is known of ${host}, so no link can be played in front of it; nothing was sent`,
      'correct --target, or add the name to /etc/hosts',
    );
  }
  const outside = permission === null ? addresses.filter((one) => !isLoopback(one)) : [];
  if (outside.length > 0) {
    throw new OperatorError(
      'TARGET_NOT_AUTHORISED',
      `target ${target} is ${outside.join(', ')}, where no load may go; nothing was sent`,
      'give a target that load may be sent to',
    );
  }
  const port = url.port === '' ? (USUAL_PORTS[url.protocol] as number) : Number(url.port);
  const answering = addresses.length === 1 ? address : await firstAnswering(addresses, port);
  return {
    listen: isIP(host) === 6 ? '[::1]' : '127.0.0.1',
    upstream: `${isIP(answering) === 6 ? `[${answering}]` : answering}:${port}`,
  };
}

/** The first address where something listens, as whoever has several addresses of a name tries them; else the first. */
async function firstAnswering(addresses: readonly string[], port: number): Promise<string> {
  for (const address of addresses) if (await answers(address, port)) return address;
  return addresses[0] as string;
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: CONNECT_MS });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

/** The base URL of the target over a proxy: the target's own name, so that TLS can verify it, and the proxy's port. */
export function urlOver(target: string, port: number): string {
  const url = new URL(target);
  url.port = String(port);
  return url.origin;
}

/** k6's `hosts`: the target's name leads to the loopback at each of the proxies' ports, and nowhere else. */
export function hostsOf(target: string, proxies: readonly { port: number }[]): Record<string, string> {
  const { hostname } = new URL(target);
  // An IPv6 address stands for itself: the proxies listen there.
  if (hostname.startsWith('[')) return {};
  return Object.fromEntries(proxies.map(({ port }) => [`${hostname}:${port}`, `127.0.0.1:${port}`]));
}

/**
 * Whether links can stand between k6 and a target: a proxy of the environment would lead past them, and so would an IPv6
 * address elsewhere, which no option of k6 leads to the loopback.
 */
export function canHaveLinks({ url, permission }: AdmittedTarget): boolean {
  if (permission !== null && permission.proxies.length > 0) return false;
  const host = bareHost(new URL(url));
  return isIP(host) !== 6 || host === '::1';
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}
