import { isLoopback } from './loopback.ts';

/**
 * The proxy that k6 would send requests for a URL through, as Go reads the environment: never for localhost and loopback
 * addresses. NO_PROXY is not looked at, so that a proxy that is set must always be permitted.
 */
export function proxyOf(
  { scheme, host }: { scheme: string; host: string },
  env: Record<string, string | undefined>,
): { variable: string; host: string; port: number } | null {
  if (host === 'localhost' || isLoopback(host)) return null;
  const name = `${scheme}_proxy`;
  const variable = [name.toUpperCase(), name].find((candidate) => env[candidate]);
  if (variable === undefined) return null;
  const given = env[variable] as string;
  const text = given.includes('://') ? given : `http://${given}`;
  if (!URL.canParse(text)) return null;
  const { hostname, port, protocol } = new URL(text);
  const usual = protocol === 'https:' ? 443 : protocol.startsWith('socks5') ? 1080 : 80;
  return { variable, host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) };
}
