/** This machine, as CIDR ranges. */
export const LOOPBACK = ['127.0.0.0/8', '::1'] as const;

/**
 * CIDR ranges that together are every IPv4 and IPv6 address but the given ones. Go takes an IPv4-mapped IPv6 address for the
 * IPv4 address it is, so the IPv4 ranges cover those too.
 * @param admitted addresses, or ranges like 127.0.0.0/8
 * @throws Error for what is no address
 */
export function everyAddressBut(admitted: readonly string[]): string[] {
  const ranges = admitted.map(prefixOf);
  const of = (bits: number) => ranges.filter((range) => range.bits === bits).map(({ prefix }) => prefix);
  return [
    ...outside('', of(32), 32).map((prefix) => `${ipv4Text(prefix.padEnd(32, '0'))}/${prefix.length}`),
    ...outside('', of(128), 128).map((prefix) => `${ipv6Text(prefix.padEnd(128, '0'))}/${prefix.length}`),
  ];
}

/** Whether an address lies in one of these addresses or ranges. */
export function isAmong(address: string, ranges: readonly string[]): boolean {
  const { bits, prefix } = prefixOf(address);
  return ranges.map(prefixOf).some((range) => range.bits === bits && prefix.startsWith(range.prefix));
}

/** Whether a text is an IP address, or a range in CIDR notation. */
export function isAddressOrRange(text: string): boolean {
  try {
    prefixOf(text);
    return true;
  } catch {
    return false;
  }
}

/** The leading bits that all addresses of a range share, as a text of 0 and 1. */
interface Range {
  bits: 32 | 128;
  prefix: string;
}

/** The shortest prefixes that hold none of the given ones. */
function outside(prefix: string, inside: readonly string[], bits: number): string[] {
  const near = inside.filter((range) => range.startsWith(prefix) || prefix.startsWith(range));
  if (near.length === 0) return [prefix];
  if (near.some((range) => prefix.startsWith(range)) || prefix.length === bits) return [];
  return [...outside(`${prefix}0`, near, bits), ...outside(`${prefix}1`, near, bits)];
}

function prefixOf(text: string): Range {
  const [address = '', length, ...more] = text.split('/');
  const all = address.includes(':') ? ipv6Bits(address) : ipv4Bits(address);
  if (all === null || more.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length)))
    throw new Error(`"${text}" is neither an IP address nor a range of them`);
  const mapped = all.length === 128 && all.startsWith(MAPPED);
  const bits = mapped ? all.slice(MAPPED.length) : all;
  const kept = length === undefined ? bits.length : Number(length) - (mapped ? MAPPED.length : 0);
  if (kept < 0 || kept > bits.length) throw new Error(`"${text}" has no such prefix length`);
  return { bits: bits.length as 32 | 128, prefix: bits.slice(0, kept) };
}

/** ::ffff:0:0/96, where IPv4 addresses stand among those of IPv6. */
const MAPPED = '0'.repeat(80) + '1'.repeat(16);

function ipv4Bits(address: string): string | null {
  const parts = address.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return null;
  return parts.map((part) => binary(Number(part), 8)).join('');
}

function ipv6Bits(address: string): string | null {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  if (tail !== null) {
    const bits = ipv4Bits(tail[2] as string);
    if (bits === null) return null;
    const [high, low] = [bits.slice(0, 16), bits.slice(16)].map((part) =>
      Number.parseInt(part, 2).toString(16),
    );
    return ipv6Bits(`${tail[1]}${high}:${low}`);
  }
  const halves = address.split('::');
  if (halves.length > 2) return null;
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const gap = 8 - head.length - rest.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return null;
  const groups = [...head, ...Array<string>(gap).fill('0'), ...rest];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.map((group) => binary(Number.parseInt(group, 16), 16)).join('');
}

function binary(value: number, width: number): string {
  return value.toString(2).padStart(width, '0');
}

function ipv4Text(bits: string): string {
  return pieces(bits, 8).join('.');
}

function ipv6Text(bits: string): string {
  return pieces(bits, 16)
    .map((value) => value.toString(16))
    .join(':');
}

function pieces(bits: string, width: number): number[] {
  const count = bits.length / width;
  return Array.from({ length: count }, (_, i) => Number.parseInt(bits.slice(i * width, (i + 1) * width), 2));
}
