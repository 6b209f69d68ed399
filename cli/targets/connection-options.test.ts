import { expect, it } from 'vitest';
import { connectionOptions } from './connection-options.ts';

it('keeps of k6’s options those that say how to reach a target', () => {
  const given = [
    '--out',
    'csv',
    '--config',
    'k6.json',
    '-e',
    'A=b c',
    '--insecure-skip-tls-verify',
    '--dns=ttl=1m',
    '--vus',
    '3',
  ];
  expect(connectionOptions(given)).toEqual([
    ...['--config', 'k6.json', '-e', 'A=b c', '--insecure-skip-tls-verify', '--dns=ttl=1m'],
  ]);
  expect(connectionOptions([])).toEqual([]);
});
