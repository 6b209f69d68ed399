import { OperatorError } from '../../fixtures/operator-error.ts';

/**
 * A target's base URL, taken apart.
 * @throws OperatorError USAGE for anything but scheme, host and port
 */
export function parseBaseUrl(target: string): { origin: string; scheme: string; host: string; port: number } {
  const url = URL.canParse(target) ? new URL(target) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new OperatorError(
      'USAGE',
      `target ${target} is not an http or https URL`,
      'e.g. --target http://127.0.0.1:8080',
    );
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new OperatorError(
      'USAGE',
      `target ${withoutUser(url)} has more than a scheme, a host and a port`,
      'give the base URL only, e.g. http://127.0.0.1:8080',
    );
  }
  const scheme = url.protocol.slice(0, -1);
  return {
    origin: url.origin,
    scheme,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (scheme === 'https' ? 443 : 80) : Number(url.port),
  };
}

/** A password in a URL must not be repeated on a screen. */
function withoutUser(url: URL): string {
  url.username = '';
  url.password = '';
  return url.href;
}
