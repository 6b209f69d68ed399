import { BlockList, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyAddressBut, isAddressOrRange, isAmong } from './every-address-but.ts';

type Family = 'ipv4' | 'ipv6';
const familyOf = (address: string): Family => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** Node's own arithmetic on addresses; each family by itself, as Go has it. */
function blockListsOf(ranges: string[]): Record<Family, BlockList> {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const range of ranges) {
    const [address = '', length] = range.split('/');
    const family = familyOf(address);
    lists[family].addSubnet(address, Number(length ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return lists;
}

const has = (lists: Record<Family, BlockList>, address: string) =>
  lists[familyOf(address)].check(address, familyOf(address));

// Node takes a mapped address for one of IPv4 in some versions only, so they are looked at apart.
const plainIpv6 = fc.ipV6().filter((address) => !/^(0*:)*:?(0*:)*ffff:|\d+\.\d+/i.test(address));
const address = fc.oneof(fc.ipV4(), plainIpv6);
const range = fc.oneof(
  address,
  fc.tuple(fc.ipV4(), fc.integer({ min: 1, max: 32 })).map(([ip, bits]) => `${ip}/${bits}`),
  fc.tuple(plainIpv6, fc.integer({ min: 1, max: 128 })).map(([ip, bits]) => `${ip}/${bits}`),
);

describe('every address but some', () => {
  it('holds each other address and none of these', () => {
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 4 }), address, (admitted, other) => {
        const outside = blockListsOf(everyAddressBut(admitted));
        const inside = blockListsOf(admitted);
        expect(has(outside, other)).toBe(!has(inside, other));
        for (const text of admitted) expect(has(outside, text.split('/')[0] as string)).toBe(false);
        expect(isAmong(other, admitted)).toBe(has(inside, other));
      }),
    );
  });

  it('of loopback is everything else, the neighbours too', () => {
    const outside = blockListsOf(everyAddressBut(['127.0.0.0/8', '::1']));
    for (const other of ['126.255.255.255', '128.0.0.0', '0.0.0.0', '10.0.0.1', '8.8.8.8', '::', '::2'])
      expect(has(outside, other), other).toBe(true);
    // NAT64 leads to any IPv4 address there is.
    expect(has(outside, '64:ff9b::808:808')).toBe(true);
    for (const own of ['127.0.0.0', '127.0.0.1', '127.255.255.255', '::1'])
      expect(has(outside, own), own).toBe(false);
  });

  it('of nothing is everything', () => {
    expect(everyAddressBut([])).toEqual(['0.0.0.0/0', '0:0:0:0:0:0:0:0/0']);
  });

  it('takes an IPv4-mapped address for the IPv4 address it is, as Go does', () => {
    expect(everyAddressBut(['::ffff:127.0.0.1'])).toEqual(everyAddressBut(['127.0.0.1']));
    expect(isAmong('::ffff:10.1.2.3', ['10.0.0.0/8'])).toBe(true);
  });

  it.each([
    'localhost',
    '1.2.3',
    '1.2.3.256',
    '1.2.3.4/33',
    '1.2.3.4/',
    '1.2.3.4/8/8',
    ':::',
    '1:2:3:4:5:6:7:8:9',
    '::1/129',
    'fe80::1%eth0',
    '',
  ])('%j is no address', (text) => {
    expect(isAddressOrRange(text)).toBe(false);
    expect(() => everyAddressBut([text])).toThrow(/neither an IP address nor a range|no such prefix/);
  });
});
