import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Permission } from '../../scenarios/permission/permission.ts';
import type { AdmittedTarget } from '../authorisation/admitted-target.ts';
import { canHaveLinks, endsOf, hostsOf, urlOver } from './proxy-ends.ts';

const loopback = (url: string): AdmittedTarget => ({ url, loopback: true, permission: null });
const place = (host: string, port: number, addresses: string[]) => ({ host, port, addresses, pinned: true });

/** A target that an authorisation permits. */
function permitted(
  url: string,
  targets: Permission['targets'],
  proxies: Permission['proxies'] = [],
): AdmittedTarget {
  const permission = { targets, proxies } as Permission;
  return { url, loopback: false, permission };
}

describe('both ends of a proxy', () => {
  it.each([
    ['http://127.0.0.1:8080', '127.0.0.1', '127.0.0.1:8080'],
    ['https://127.0.0.1', '127.0.0.1', '127.0.0.1:443'],
    ['http://[::1]:8080', '[::1]', '[::1]:8080'],
  ])('of %s', async (target, listen, upstream) => {
    expect(await endsOf(loopback(target))).toEqual({ listen, upstream });
  });

  it('of a name are where it answers', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await endsOf(loopback(`http://localhost:${port}`))).toMatchObject({
      upstream: `127.0.0.1:${port}`,
    });
    server.close();
  });

  it('are refused where no load may go', async () => {
    await expect(endsOf(loopback('https://192.0.2.1'))).rejects.toMatchObject({
      code: 'TARGET_NOT_AUTHORISED',
    });
  });

  it('are an address that was found permitted, whatever a name service says by now', async () => {
    const target = permitted('https://localhost', [
      place('localhost', 443, ['192.0.2.7']),
      place('lain.test', 443, ['192.0.2.8']),
    ]);
    expect(await endsOf(target)).toEqual({ listen: '127.0.0.1', upstream: '192.0.2.7:443' });
  });

  it('are none of a name that leads nowhere', async () => {
    await expect(endsOf(loopback('https://sirekap.invalid'))).rejects.toMatchObject({
      code: 'TARGET_DOWN',
    });
  });
});

it('the URL keeps the target’s name, which k6 finds at the proxy’s port', () => {
  expect(urlOver('https://sirekap.test', 4001)).toBe('https://sirekap.test:4001');
  expect(hostsOf('https://sirekap.test', [{ port: 4001 }, { port: 4002 }])).toEqual({
    'sirekap.test:4001': '127.0.0.1:4001',
    'sirekap.test:4002': '127.0.0.1:4002',
  });
  expect(hostsOf('http://[::1]:8080', [{ port: 4001 }])).toEqual({});
});

it('no links stand where a proxy or an IPv6 address leads past them', () => {
  const url = 'https://sirekap.test';
  const target = place('sirekap.test', 443, ['192.0.2.7']);
  expect(canHaveLinks(loopback('http://[::1]:8080'))).toBe(true);
  expect(canHaveLinks(permitted(url, [target]))).toBe(true);
  expect(canHaveLinks(permitted(url, [target], [place('proxy.test', 3128, ['192.0.2.9'])]))).toBe(false);
  expect(canHaveLinks(permitted('https://[2001:db8::1]', [place('2001:db8::1', 443, ['2001:db8::1'])]))).toBe(
    false,
  );
});
