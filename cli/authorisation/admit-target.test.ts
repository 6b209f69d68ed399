import { describe, expect, it } from 'vitest';
import { admitTarget } from './admit-target.ts';
import { isLoopback } from './loopback.ts';

describe('which targets load may be sent to', () => {
  it.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.9.8.7:1/', 'http://127.9.8.7:1'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['http://localhost:8080/', 'http://localhost:8080'],
  ])('%s is this machine', async (target, origin) => {
    expect(await admitTarget(target)).toEqual({ url: origin, loopback: true, permission: null });
  });

  it.each([
    'http://10.0.0.1',
    'http://192.168.1.1:8080',
    'https://8.8.8.8',
    'http://[2001:db8::1]',
    'http://0.0.0.0:80',
  ])('%s is refused, with what to do', async (target) => {
    await expect(admitTarget(target)).rejects.toMatchObject({
      code: 'TARGET_NOT_AUTHORISED',
      message: expect.stringContaining('nothing was sent'),
      remedy: expect.stringContaining('uji-beban serve'),
    });
  });

  it('a name that leads nowhere is refused', async () => {
    await expect(admitTarget('http://sirekap.invalid')).rejects.toMatchObject({
      code: 'TARGET_NOT_AUTHORISED',
    });
  });

  it.each([
    '127.0.0.1:8080',
    'ftp://127.0.0.1',
    'sirekap',
    'http://127.0.0.1/api',
    'http://user:pw@127.0.0.1',
  ])('%s is not a base URL', async (target) => {
    await expect(admitTarget(target)).rejects.toMatchObject({ code: 'USAGE' });
  });

  it('knows loopback addresses', () => {
    expect(['127.0.0.1', '127.255.0.3', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true);
    expect(['128.0.0.1', '10.0.0.1', '::2', '::ffff:8.8.8.8', '0.0.0.0'].some(isLoopback)).toBe(false);
  });
});
