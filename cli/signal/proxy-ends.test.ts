import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isLoopback } from '../targets/authorise.ts';
import { endsOf, hostsOf, urlOver } from './proxy-ends.ts';

describe('both ends of a proxy', () => {
  it.each([
    ['http://127.0.0.1:8080', '127.0.0.1', '127.0.0.1:8080'],
    ['https://127.0.0.1', '127.0.0.1', '127.0.0.1:443'],
    ['http://[::1]:8080', '[::1]', '[::1]:8080'],
  ])('of %s', async (target, listen, upstream) => {
    expect(await endsOf(target, isLoopback)).toEqual({ listen, upstream });
  });

  it('of a name are where it answers', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await endsOf(`http://localhost:${port}`, isLoopback)).toMatchObject({
      upstream: `127.0.0.1:${port}`,
    });
    server.close();
  });

  it('are refused where no load may go', async () => {
    await expect(endsOf('https://192.0.2.1', isLoopback)).rejects.toMatchObject({
      code: 'TARGET_NOT_AUTHORISED',
    });
  });

  it('are none of a name that leads nowhere', async () => {
    await expect(endsOf('https://sirekap.invalid', isLoopback)).rejects.toMatchObject({
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
