import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadAuthorisation } from './load-authorisation.ts';

const folder = mkdtempSync(join(tmpdir(), 'uji-beban-authorisation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GOOD = `formatVersion: 1
kind: authorisation
reference: 012/PL.02/2024
authorisedBy: { name: Siti Aminah, office: Kepala Pusdatin }
targets:
  - { host: uji.sirekap.test, port: 443 }
window: { from: 2024-10-12T13:00:00+07:00, to: 2024-10-12T15:00:00+07:00 }
maximum: { requestsPerSecond: 100, accounts: 4831 }
`;

function load(text: string) {
  const file = join(folder, 'izin.yaml');
  writeFileSync(file, text);
  return loadAuthorisation(file);
}

describe('an authorisation file', () => {
  it('is read with its moments in UTC', () => {
    expect(load(GOOD)).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      authorisation: {
        reference: '012/PL.02/2024',
        window: { from: '2024-10-12T06:00:00.000Z', to: '2024-10-12T08:00:00.000Z' },
      },
    });
  });

  it.each([
    [GOOD.replace('kind: authorisation\n', ''), /izin\.yaml:1:1 kind: is missing/],
    [GOOD.replace('port: 443', 'port: 0'), /izin\.yaml:6:\d+ targets\.0\.port/],
    [
      GOOD.replace('uji.sirekap.test', '"*.sirekap.test"'),
      /targets\.0\.host: .*without scheme, path or wildcard/,
    ],
    [GOOD.replace('uji.sirekap.test', 'https://uji.sirekap.test'), /targets\.0\.host|izin\.yaml:6/],
    [GOOD.replace('port: 443', 'port: 443, addresses: [203.0.113.300]'), /addresses\.0: is neither an IP/],
    [
      GOOD.replace('2024-10-12T15:00:00+07:00', '2024-10-12T13:00:00+07:00'),
      /izin\.yaml:7.*from must be before to/,
    ],
    [GOOD.replace('2024-10-12T15:00:00+07:00', '2024-10-12T15:00:00'), /window\.to/],
    [GOOD.replace('requestsPerSecond: 100', 'requestsPerSecond: 0'), /maximum\.requestsPerSecond/],
    [`${GOOD}maximumRate: 5\n`, /izin\.yaml:9:\d+ maximumRate: is no field/],
    [`${GOOD}reference: other\n`, /izin\.yaml:9/],
    ['', /izin\.yaml:1:1/],
  ])('is refused at the place that is wrong', (text, message) => {
    expect(() => load(text)).toThrow(
      expect.objectContaining({
        code: 'AUTHORISATION_INVALID',
        message: expect.stringMatching(message),
        remedy: expect.stringContaining('docs/permission.md'),
      }),
    );
  });

  it('is refused where it is not', () => {
    expect(() => loadAuthorisation(join(folder, 'none.yaml'))).toThrow(
      /none\.yaml cannot be read \(ENOENT\)/,
    );
  });
});
