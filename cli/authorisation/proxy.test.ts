import { expect, it } from 'vitest';
import { proxyOf } from './proxy.ts';

const https = { scheme: 'https', host: 'uji.sirekap.test' };

it.each([
  [
    { HTTPS_PROXY: 'http://proxy.test:3128' },
    https,
    { variable: 'HTTPS_PROXY', host: 'proxy.test', port: 3128 },
  ],
  [{ https_proxy: 'proxy.test:3128' }, https, { variable: 'https_proxy', host: 'proxy.test', port: 3128 }],
  [{ HTTPS_PROXY: 'http://proxy.test' }, https, { variable: 'HTTPS_PROXY', host: 'proxy.test', port: 80 }],
  [
    { HTTPS_PROXY: 'socks5://proxy.test' },
    https,
    { variable: 'HTTPS_PROXY', host: 'proxy.test', port: 1080 },
  ],
  [{ HTTP_PROXY: 'http://proxy.test:3128' }, https, null],
  [{ HTTPS_PROXY: 'http://proxy.test:3128' }, { scheme: 'https', host: 'localhost' }, null],
  [{ HTTP_PROXY: 'http://proxy.test:3128' }, { scheme: 'http', host: '127.0.0.1' }, null],
  [{}, https, null],
])('%j for %j', (env, url, expected) => {
  expect(proxyOf(url, env)).toEqual(expected);
});
