import { describe, expect, it } from 'vitest';
import { checkLinks } from './check-links.ts';

const over = (url: string, hosts: Record<string, string> = {}) => ({
  proxies: [{ name: 'edge', link: 'edge' as const, kecamatan: null, url }],
  hosts,
});
const hosts = { 'sirekap.test:4001': '127.0.0.1:4001' };

describe('the links that scenarios take', () => {
  it('are the target’s own name, led to this machine', () => {
    expect(() => checkLinks(over('https://sirekap.test:4001', hosts), 'https://sirekap.test')).not.toThrow();
    expect(() => checkLinks(over('http://[::1]:4001'), 'http://[::1]:8080')).not.toThrow();
    expect(() => checkLinks(over('http://127.0.0.1:4001'), 'http://127.0.0.1:8080')).not.toThrow();
  });

  it.each([
    ['another name', 'https://lain.test:4001', hosts],
    ['another scheme', 'http://sirekap.test:4001', hosts],
    ['a path', 'https://sirekap.test:4001/api', hosts],
    ['a port that leads nowhere', 'https://sirekap.test:4002', hosts],
    ['an address elsewhere', 'https://sirekap.test:4001', { 'sirekap.test:4001': '192.0.2.7:4001' }],
  ])('are not %s', (_, url, led) => {
    expect(() => checkLinks(over(url, led), 'https://sirekap.test')).toThrow('"edge"');
  });
});
