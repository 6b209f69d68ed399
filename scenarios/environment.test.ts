import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const good = { PLAN: '/plans/palembang', TARGET: 'http://127.0.0.1:8080', SPEED: '432', RUN_ID: 'r-1' };

describe('a scenario reads its environment', () => {
  it('takes what it is given', () => {
    expect(readEnvironment({ ...good, RETEST: '/runs/r2/retest.ndjson' })).toEqual({
      plan: '/plans/palembang',
      target: 'http://127.0.0.1:8080',
      speed: 432,
      runId: 'r-1',
      retest: '/runs/r2/retest.ndjson',
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

  it('refuses a run id that would break an idempotency key', () => {
    expect(() => readEnvironment({ ...good, RUN_ID: 'a.b' })).toThrow(/RUN_ID/);
  });
});
