import { describe, expect, it } from 'vitest';
import { admitTarget } from './admit-target.ts';
import { sampleAuthorisation, surroundings } from './testing/sample-authorisation.ts';

const URL = 'https://uji.sirekap.test';
const THERE = { 'uji.sirekap.test': ['203.0.113.5'] };
const place = { host: 'uji.sirekap.test', port: 443 };

function admit(
  url = URL,
  authorisation = sampleAuthorisation(),
  around = surroundings(THERE),
  purpose: 'load' | 'read-back' = 'load',
) {
  return admitTarget(url, authorisation, purpose, around);
}

const refusal = (message: RegExp) => ({
  code: 'TARGET_NOT_AUTHORISED',
  message: expect.stringMatching(message),
});

describe('an authorisation admits', () => {
  it('the host it names, at the addresses the host has now and no others', async () => {
    expect(await admit()).toEqual({
      url: URL,
      loopback: false,
      permission: expect.objectContaining({
        reference: '012/PL.02/2024',
        targets: [{ ...place, addresses: ['203.0.113.5'], pinned: false }],
        proxies: [],
        stopWhen: null,
      }),
    });
  });

  it('a host that only it has an address of: k6 is told the first', async () => {
    const authorisation = sampleAuthorisation({
      targets: [{ ...place, addresses: ['203.0.113.0/28', '203.0.113.7', '203.0.113.8'] }],
    });
    const { permission } = await admit(URL, authorisation, surroundings({}));
    expect(permission?.targets).toEqual([{ ...place, addresses: ['203.0.113.7'], pinned: true }]);
  });

  it('several hosts one at a time: what k6 holds itself to has the one that is asked', async () => {
    const authorisation = sampleAuthorisation({ targets: [{ host: 'other.test', port: 443 }, place] });
    const { permission } = await admit(URL, authorisation);
    expect(permission?.targets.map(({ host }) => host)).toEqual(['uji.sirekap.test']);
  });

  it('loopback as itself, and says that it is', async () => {
    const authorisation = sampleAuthorisation({ targets: [{ host: '127.0.0.1', port: 8080 }] });
    expect(await admit('http://127.0.0.1:8080', authorisation)).toMatchObject({ loopback: true });
  });

  it('reading back for longer than load, where it says so', async () => {
    const late = surroundings(THERE, { now: () => new Date('2024-10-12T09:00:00Z') });
    const authorisation = sampleAuthorisation({ readBackUntil: '2024-10-13T08:00:00.000Z' });
    await expect(admit(URL, authorisation, late)).rejects.toMatchObject(refusal(/it is 2024-10-12T09/));
    const { permission } = await admit(URL, authorisation, late, 'read-back');
    expect(permission?.window.to).toBe('2024-10-13T08:00:00.000Z');
    await expect(admit(URL, sampleAuthorisation(), late, 'read-back')).rejects.toMatchObject(
      refusal(/it is/),
    );
  });

  it('the proxy that the environment names, if it names that too', async () => {
    const env = { HTTPS_PROXY: 'http://proxy.test:3128' };
    const around = surroundings({ 'proxy.test': ['203.0.113.99'] }, { env });
    await expect(admit(URL, sampleAuthorisation(), around)).rejects.toMatchObject(
      refusal(/HTTPS_PROXY.*proxy\.test:3128/),
    );
    const authorisation = sampleAuthorisation({ proxies: [{ host: 'proxy.test', port: 3128 }] });
    const { permission, loopback } = await admit(URL, authorisation, around);
    expect(permission?.proxies).toEqual([
      { host: 'proxy.test', port: 3128, addresses: ['203.0.113.99'], pinned: false },
    ]);
    expect(loopback).toBe(false);
  });
});

describe('an authorisation refuses', () => {
  it.each([
    ['http://uji.sirekap.test', 'another port'],
    ['https://uji.sirekap.test:8443', 'another port'],
    ['https://sirekap.test', 'another host'],
    ['https://203.0.113.5', 'the address in place of the name'],
    ['http://127.0.0.1:8080', 'loopback that it does not name'],
  ])('%s, %s', async (url) => {
    await expect(admit(url)).rejects.toMatchObject(refusal(/is not in authorisation 012.*nothing was sent/));
  });

  it('a name that leads elsewhere than it says', async () => {
    const authorisation = sampleAuthorisation({ targets: [{ ...place, addresses: ['203.0.113.0/28'] }] });
    const around = surroundings({ 'uji.sirekap.test': ['203.0.113.5', '198.51.100.1'] });
    await expect(admit(URL, authorisation, around)).rejects.toMatchObject(
      refusal(/is at 198\.51\.100\.1, and .* admits 203\.0\.113\.0\/28/),
    );
  });

  it('a name that leads nowhere', async () => {
    await expect(admit(URL, sampleAuthorisation(), surroundings({}))).rejects.toMatchObject(
      refusal(/no name service knows/),
    );
  });

  it.each(['2024-10-12T05:59:59Z', '2024-10-12T08:00:00Z'])('the moment %s', async (now) => {
    const around = surroundings(THERE, { now: () => new Date(now) });
    await expect(admit(URL, sampleAuthorisation(), around)).rejects.toMatchObject(
      refusal(/it is 2024-10-12T0/),
    );
  });
});
