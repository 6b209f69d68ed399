import { OperatorError } from '../../fixtures/operator-error.ts';
import { isAmong } from '../../scenarios/permission/every-address-but.ts';
import type { FailureLimit, Permission, PermittedTarget } from '../../scenarios/permission/permission.ts';
import type { AdmittedTarget, Purpose } from './admitted-target.ts';
import { LOOKED_AT } from './failure-window.ts';
import { proxyOf } from './proxy.ts';
import type { Authorisation } from './schema.ts';
import type { Surroundings } from './surroundings.ts';

/** {@link admitTarget} under an authorisation. */
export async function permit(
  url: { origin: string; scheme: string; host: string; port: number },
  authorisation: Authorisation,
  purpose: Purpose,
  surroundings: Surroundings,
): Promise<AdmittedTarget> {
  const { reference, targets, proxies = [] } = authorisation;
  const named = targets.find((place) => isSamePlace(place, url));
  if (named === undefined) {
    const list = targets.map(({ host, port }) => `${host}:${port}`).join(', ');
    throw refused(
      `target ${url.host}:${url.port} is not in authorisation ${reference}, which names ${list}`,
      'ask for an authorisation that names this host and port, or correct --target',
    );
  }
  const window = {
    from: authorisation.window.from,
    to:
      purpose === 'read-back'
        ? (authorisation.readBackUntil ?? authorisation.window.to)
        : authorisation.window.to,
  };
  refuseOutside(window, reference, surroundings.now());

  const proxy = proxyOf(url, surroundings.env);
  const permittedProxy = proxies.find((place) => proxy !== null && isSamePlace(place, proxy));
  if (proxy !== null && permittedProxy === undefined) {
    throw refused(
      `${proxy.variable} sends requests through ${proxy.host}:${proxy.port}, which authorisation ${reference} does not name`,
      `unset ${proxy.variable} for this command, or ask for an authorisation that has it among its proxies`,
    );
  }
  const reached = await withAddresses(named, reference, surroundings, permittedProxy !== undefined);
  const used =
    permittedProxy === undefined ? [] : [await withAddresses(permittedProxy, reference, surroundings)];
  const permission: Permission = {
    formatVersion: 1,
    kind: 'authorisation',
    reference,
    authorisedBy: authorisation.authorisedBy,
    targets: [reached],
    window,
    maximum: authorisation.maximum,
    proxies: used,
    stopWhen: failureLimit(authorisation.stopWhen),
  };
  const loopback =
    used.length === 0 && reached.addresses.every((address) => surroundings.isLoopback(address));
  return { url: url.origin, loopback, permission };
}

function failureLimit(said: Authorisation['stopWhen']): FailureLimit | null {
  if (said === undefined) return null;
  const {
    failedShare,
    withinSecond = LOOKED_AT.withinSecond,
    minimumAttempts = LOOKED_AT.minimumAttempts,
  } = said;
  return { failedShare, withinSecond, minimumAttempts };
}

function refuseOutside(window: Permission['window'], reference: string, now: Date): void {
  if (now >= new Date(window.from) && now < new Date(window.to)) return;
  throw refused(
    `authorisation ${reference} is for ${window.from} to ${window.to}; it is ${now.toISOString()}`,
    now < new Date(window.from) ? 'wait until the window opens' : 'ask for a new authorisation',
  );
}

/**
 * The addresses that a place has now, each of which the authorisation must admit where it says which; where no name service
 * knows the host, those that it says.
 * @param throughProxy the proxy looks the name up, so it may be unknown here
 */
async function withAddresses(
  { host, port, addresses: admitted }: Authorisation['targets'][number],
  reference: string,
  { addressesOf }: Surroundings,
  throughProxy = false,
): Promise<PermittedTarget> {
  const found = await addressesOf(host);
  if (found.length === 0) {
    const address = admitted?.find((text) => !text.includes('/'));
    if (address !== undefined) return { host, port, addresses: [address], pinned: true };
    if (throughProxy) return { host, port, addresses: [], pinned: false };
    throw refused(
      `no name service knows ${host}, and authorisation ${reference} has no address of it`,
      'check the name, or have its address written into the authorisation',
    );
  }
  const strange = admitted === undefined ? [] : found.filter((address) => !isAmong(address, admitted));
  if (strange.length > 0) {
    throw refused(
      `${host} is at ${strange.join(', ')}, and authorisation ${reference} admits ${admitted?.join(', ')}`,
      'find out where the name leads and why; nothing may be sent there',
    );
  }
  return { host, port, addresses: found, pinned: false };
}

function isSamePlace(place: { host: string; port: number }, other: { host: string; port: number }): boolean {
  return place.host.toLowerCase() === other.host.toLowerCase() && place.port === other.port;
}

function refused(what: string, remedy: string): OperatorError {
  return new OperatorError('TARGET_NOT_AUTHORISED', `${what}; nothing was sent`, remedy);
}
