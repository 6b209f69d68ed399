import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Permission } from '../permission/permission.ts';
import { readEnvironment } from './environment.ts';

const PERMISSION: Permission = {
  formatVersion: 1,
  kind: 'authorisation',
  reference: '012/PL.02/2024',
  authorisedBy: { name: 'Siti Aminah', office: 'Kepala Pusdatin' },
  targets: [{ host: 'uji.sirekap.test', port: 443, addresses: ['203.0.113.5'], pinned: false }],
  window: { from: '2024-10-12T06:00:00Z', to: '2024-10-12T08:00:00Z' },
  maximum: { requestsPerSecond: 100, accounts: 4831 },
  proxies: [],
  stopWhen: null,
};

const good = { PLAN: '/plans/palembang', TARGET: 'http://127.0.0.1:8080', SPEED: '432', RUN_ID: 'r-1' };

describe('a scenario reads its environment', () => {
  it('takes what it is given', () => {
    expect(readEnvironment({ ...good, RETEST: '/runs/r2/retest.ndjson' })).toEqual({
      plan: '/plans/palembang',
      target: 'http://127.0.0.1:8080',
      speed: 432,
      runId: 'r-1',
      retest: '/runs/r2/retest.ndjson',
      permitted: null,
      secrets: null,
      links: null,
    });
  });

  it('takes relative paths from where the person stands, not from the script', () => {
    expect(readEnvironment({ ...good, PLAN: 'plans/palembang/', PWD: '/home/kpu' }).plan).toBe(
      '/home/kpu/plans/palembang',
    );
  });

  it('runs in real time and under a name of its own when told nothing', () => {
    const { speed, runId } = readEnvironment({ PLAN: good.PLAN, TARGET: good.TARGET });
    expect(speed).toBe(1);
    expect(runId).toMatch(/^k6-[a-z0-9]+$/);
  });

  it.each(['http://localhost:8080', 'https://[::1]', 'http://127.1.2.3:1/'])(
    'accepts loopback %s',
    (TARGET) => {
      expect(() => readEnvironment({ ...good, TARGET })).not.toThrow();
    },
  );

  it.each([
    'https://sirekap.kpu.go.id',
    'http://192.168.1.2',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://localhost@example.com',
    'http://example.com/127.0.0.1',
    'ftp://127.0.0.1',
  ])('refuses %s', (TARGET) => {
    expect(() => readEnvironment({ ...good, TARGET })).toThrow(/loopback only/);
  });

  it('refuses every other host name', () => {
    fc.assert(
      fc.property(fc.domain(), (host) => {
        expect(() => readEnvironment({ ...good, TARGET: `http://${host}` })).toThrow(/loopback only/);
      }),
    );
  });

  it.each(['0', '-1', 'fast', 'NaN'])('refuses speed %s', (SPEED) => {
    expect(() => readEnvironment({ ...good, SPEED })).toThrow(/SPEED/);
  });

  it.each(['PLAN', 'TARGET'])('names a missing %s', (name) => {
    expect(() => readEnvironment({ ...good, [name]: undefined })).toThrow(new RegExp(`${name} is not set`));
  });

  describe('with an authorisation', () => {
    const file = JSON.stringify(PERMISSION);
    const asked: string[] = [];
    const readText = (path: string) => {
      asked.push(path);
      return file;
    };
    const now = Date.parse('2024-10-12T07:00:00Z');
    const read = (TARGET: string, at = now) =>
      readEnvironment({ ...good, TARGET, AUTHORISATION: 'a.json', PWD: '/runs' }, readText, at);

    it('takes the host and port it names', () => {
      expect(read('https://uji.sirekap.test').permitted).toEqual({
        permission: PERMISSION,
        target: PERMISSION.targets[0],
      });
      expect(read('https://UJI.sirekap.test:443/').permitted?.target.port).toBe(443);
      expect(asked).toContain('/runs/a.json');
    });

    it.each([
      'http://uji.sirekap.test',
      'https://uji.sirekap.test:8443',
      'https://sirekap.test',
      'https://uji.sirekap.test.example.com',
      'https://user@uji.sirekap.test',
      'https://uji.sirekap.test/api',
      // Not even loopback, which it does not name.
      'http://127.0.0.1:8080',
    ])('refuses %s', (TARGET) => {
      expect(() => read(TARGET)).toThrow(/is not in authorisation 012/);
    });

    it.each(['2024-10-12T05:59:59.999Z', '2024-10-12T08:00:00Z'])('refuses to start at %s', (at) => {
      expect(() => read('https://uji.sirekap.test', Date.parse(at))).toThrow(/is for 2024-10-12T06/);
    });

    it('refuses a host without an address, which k6 could not hold itself to', () => {
      const nowhere = { ...PERMISSION, targets: [{ ...PERMISSION.targets[0], addresses: [] }] };
      expect(() =>
        readEnvironment(
          { ...good, TARGET: 'https://uji.sirekap.test', AUTHORISATION: '/a' },
          () => JSON.stringify(nowhere),
          now,
        ),
      ).toThrow(/names no addresses/);
    });
  });

  it('refuses a run id that would break an idempotency key', () => {
    expect(() => readEnvironment({ ...good, RUN_ID: 'a.b' })).toThrow(/RUN_ID/);
  });
});
