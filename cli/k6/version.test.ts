import { describe, expect, it } from 'vitest';
import { isAtLeast, k6Environment, parseK6Version } from './version.ts';

describe('k6 says who it is', () => {
  it('stock', () => {
    expect(parseK6Version('/k6', 'k6 v2.2.0 (go1.26.8, linux/amd64)\n')).toMatchObject({
      version: '2.2.0',
      hasXk6Ts: false,
    });
  });

  it('with extensions', () => {
    const output =
      'k6 v1.8.1 (go1.25.0, linux/amd64)\nExtensions:\n  github.com/grafana/xk6-ts v0.4.0, k6/x/ts [js]\n';
    expect(parseK6Version('/k6', output)).toMatchObject({ version: '1.8.1', hasXk6Ts: true });
  });

  it('as it was really built with xk6-ts, under another name', () => {
    const output =
      'k6-with-ts v1.8.1 (go1.26.8, linux/amd64)\nExtensions:\n  github.com/grafana/xk6-ts (devel), k6/x/fake-ts-module-just-for-k6-version-command [js]\n';
    expect(parseK6Version('/k6-with-ts', output)).toMatchObject({ version: '1.8.1', hasXk6Ts: true });
  });

  it('with a commit', () => {
    expect(parseK6Version('/k6', 'k6 v1.9.0 (commit/abcdef1, go1.25.0, linux/amd64)')).toMatchObject({
      version: '1.9.0',
      hasXk6Ts: false,
    });
  });

  it('what is not k6 is not', () => {
    expect(parseK6Version('/x', 'k6 dummy')).toBeNull();
    expect(parseK6Version('/x', '')).toBeNull();
  });

  it.each([
    ['1.8.0', true],
    ['1.10.0', true],
    ['2.0.0', true],
    ['1.7.9', false],
    ['0.57.0', false],
  ])('%s is new enough: %s', (version, expected) => {
    expect(isAtLeast(version, '1.8.0')).toBe(expected);
  });
});

describe('the environment k6 runs in', () => {
  it('collects less often than by default, and more often where very many VUs wait', () => {
    const { GOGC, GOMEMLIMIT, ...rest } = process.env;
    process.env = rest;
    try {
      expect(k6Environment()).toMatchObject({ GOGC: '200', K6_NO_USAGE_REPORT: 'true' });
      expect(k6Environment(2572)).toMatchObject({ GOGC: '25' });
      process.env.GOGC = '80';
      expect(k6Environment(2572)).toMatchObject({ GOGC: '80' });
    } finally {
      process.env = { ...rest, ...(GOGC && { GOGC }), ...(GOMEMLIMIT && { GOMEMLIMIT }) };
    }
  });
});
