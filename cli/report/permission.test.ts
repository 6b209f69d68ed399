import { describe, expect, it } from 'vitest';
import { WITHOUT_PART } from '../../scenarios/targets/parts.ts';
import { reportHtml } from './html.ts';
import type { ReportInput } from './input.ts';
import { reportTerminal } from './terminal.ts';
import { sampleInput } from './testing/sample-input.ts';

function authorised(): ReportInput {
  const input = sampleInput('INVALID', false);
  input.run.authorisation = {
    reference: '012/PL.02/2024',
    authorisedBy: { name: 'Siti Aminah', office: 'Kepala Pusdatin' },
    targets: [{ host: 'uji.sirekap.test', port: 443, addresses: ['203.0.113.5'], pinned: false }],
    window: { from: '2024-11-20T04:00:00.000Z', to: '2024-11-20T06:00:00.000Z' },
    maximum: { requestsPerSecond: 1500, accounts: 4831 },
    proxies: [{ host: 'proxy.test', port: 3128, addresses: ['203.0.113.99'], pinned: false }],
    stopWhen: null,
    file: '/izin.yaml',
    sha256: 'ab'.repeat(32),
    readBackUntil: '2024-11-20T06:00:00.000Z',
    planned: { requestsPerSecond: 1234.5, accounts: 4831 },
    observed: { requestsPerSecond: 1200, accounts: 4800, firstAt: null, lastAt: null },
  };
  input.run.credentials = 'secrets-file';
  input.run.state = 'stopped';
  input.run.stop = {
    cause: 'file',
    by: 'budi@uji <img src=x>',
    reason: 'meja bantuan kewalahan',
    at: '2024-11-20T04:10:30.000Z',
    endedAt: '2024-11-20T04:10:31.000Z',
  };
  input.verdict.limits = [{ part: 'pleno', text: WITHOUT_PART.pleno }];
  return input;
}

describe('a run under an authorisation that was stopped', () => {
  it.each([
    [
      'id',
      [
        'Izin',
        'paling banyak 1.500 permintaan per detik; rencana 1.234,5, terkirim 1.200',
        'berkas rahasia',
        'Dihentikan oleh berkas penghenti',
      ],
    ],
    [
      'en',
      [
        'Authorisation',
        'at most 1,500 requests a second; planned 1,234.5, sent 1,200',
        'a secrets file',
        'Stopped by the stop file',
      ],
    ],
  ] as const)('%s: the report says all of it', (lang, sentences) => {
    const html = reportHtml(authorised(), { lang });
    for (const text of [
      ...sentences,
      '012/PL.02/2024',
      'Siti Aminah, Kepala Pusdatin',
      'uji.sirekap.test:443 (203.0.113.5)',
      'proxy.test:3128',
      'ab'.repeat(32),
      'meja bantuan kewalahan',
      WITHOUT_PART.pleno[lang],
    ])
      expect(html).toContain(text);
    expect(html).not.toContain('<img src=x>');
  });

  it('the terminal says who permitted it and who stopped it', () => {
    const screen = reportTerminal(authorised(), { lang: 'en' });
    expect(screen).toContain('Stopped by the stop file (budi@uji');
    expect(screen).toContain('Authorisation: 012/PL.02/2024, Siti Aminah');
  });
});

it('a run on this machine says that it needed none', () => {
  expect(reportHtml(sampleInput('PASS'), { lang: 'en' })).toContain(
    'none needed: load was sent to this machine only',
  );
});
