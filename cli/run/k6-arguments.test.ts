import { describe, expect, it } from 'vitest';
import { refuseOverrides } from './k6-arguments.ts';

describe('options for k6', () => {
  it.each([
    [['--blacklist-ip', '10.0.0.0/8']],
    [['--rps', '5']],
    [['--rps=5']],
    [['--max-redirects', '3']],
    [['--http-debug=full']],
    [['-e', 'TARGET=http://127.0.0.1']],
    [['--env=AUTHORISATION=/tmp/a.json']],
    [['-e', 'SECRETS=/tmp/s.csv']],
  ])('that would undo a check are refused: %j', (options) => {
    expect(() => refuseOverrides(options)).toThrow(
      expect.objectContaining({ code: 'USAGE', message: expect.stringContaining('would undo') }),
    );
  });

  it.each([[['-e', 'API_KEY=x']], [['--env', 'SIREKAP_TOKEN=x']], [['-e=PASSWORD=x']]])(
    'that would show a secret are refused, and the secret is not repeated: %j',
    (options) => {
      expect(() => refuseOverrides(options)).toThrow(
        expect.objectContaining({
          code: 'USAGE',
          message: expect.not.stringContaining('=x'),
          remedy: expect.stringMatching(/export \w+=….*__ENV\.\w+/),
        }),
      );
    },
  );

  it('of any other kind pass', () => {
    expect(() =>
      refuseOverrides(['--out', 'csv', '-e', 'NOTE=two words', '--config', 'k6.json']),
    ).not.toThrow();
  });
});
