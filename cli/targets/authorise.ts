import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { OperatorError } from '../../fixtures/operator-error.ts';

/**
 * Makes sure that a target is one that load may be sent to: this machine's loopback, by name and by every address
 * the name has.
 * @returns the URL without a trailing slash
 * @throws OperatorError USAGE for no http(s) URL, TARGET_NOT_AUTHORISED for any other host
 */
export async function authoriseTarget(target: string): Promise<string> {
  const url = parse(target);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await resolve(host);
  const outside = addresses.filter((address) => !isLoopback(address));
  if (addresses.length === 0 || outside.length > 0) {
    const where = addresses.length === 0 ? 'an unknown address' : outside.join(', ');
    throw new OperatorError(
      'TARGET_NOT_AUTHORISED',
      `target ${target} is ${where}, not this machine; nothing was sent`,
      'this version sends load to loopback only: start the mock with `uji-beban serve --plan PLAN` and use http://127.0.0.1:8080',
    );
  }
  if (url.pathname !== '/' || url.search !== '' || url.username !== '') {
    throw new OperatorError(
      'USAGE',
      `target ${target} has more than a scheme, a host and a port`,
      'give the base URL only, e.g. http://127.0.0.1:8080',
    );
  }
  return url.origin;
}

/** Whether an IP address is in 127.0.0.0/8 or is ::1. */
export function isLoopback(address: string): boolean {
  return /^127(\.\d{1,3}){3}$/.test(address) || address === '::1' || /^::ffff:127\./i.test(address);
}

function parse(target: string): URL {
  const url = URL.canParse(target) ? new URL(target) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new OperatorError(
      'USAGE',
      `target ${target} is not an http or https URL`,
      'e.g. --target http://127.0.0.1:8080',
    );
  }
  return url;
}

async function resolve(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}
