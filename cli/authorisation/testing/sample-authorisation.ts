import type { LoadedAuthorisation } from '../load-authorisation.ts';
import type { Authorisation } from '../schema.ts';
import type { Surroundings } from '../surroundings.ts';

/** An authorisation for two hours of one host. */
export function sampleAuthorisation(changes: Partial<Authorisation> = {}): LoadedAuthorisation {
  return {
    file: 'izin.yaml',
    sha256: '0'.repeat(64),
    authorisation: {
      formatVersion: 1,
      kind: 'authorisation',
      reference: '012/PL.02/2024',
      authorisedBy: { name: 'Siti Aminah', office: 'Kepala Pusdatin' },
      targets: [{ host: 'uji.sirekap.test', port: 443 }],
      window: { from: '2024-10-12T06:00:00.000Z', to: '2024-10-12T08:00:00.000Z' },
      maximum: { requestsPerSecond: 100, accounts: 4831 },
      ...changes,
    },
  };
}

/** A machine whose name service knows these hosts, within the window of {@link sampleAuthorisation}. */
export function surroundings(
  hosts: Record<string, string[]>,
  changes: Partial<Surroundings> = {},
): Surroundings {
  return {
    addressesOf: async (host) => hosts[host] ?? (/^[\d.]+$|:/.test(host) ? [host] : []),
    isLoopback: (address) => address === '127.0.0.1',
    env: {},
    now: () => new Date('2024-10-12T07:00:00Z'),
    ...changes,
  };
}
