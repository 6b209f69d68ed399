import { expect, test } from 'vitest';
import { sampleInput } from '../testing/sample-input.ts';
import { withoutSecrets } from './secrets.ts';

test('passwords and tokens leave the run record wherever they hide, the rest stays', () => {
  const { run } = sampleInput();
  const clean = withoutSecrets({
    ...run,
    target: { ...run.target, url: 'https://petugas:s3cret@sirekap.test/api?token=s3cret&page=2' },
    k6: {
      ...run.k6,
      arguments: [
        'run',
        '-e',
        'PASSWORD=s3cret',
        '--api-token',
        's3cret',
        '--vus',
        '20',
        '--env',
        'SPEED=120',
      ],
    },
    effectiveOptions: { ext: { authToken: 's3cret', hosts: ['http://a:s3cret@b/'] }, vus: 20, tlsAuth: null },
  });
  expect(JSON.stringify(clean)).not.toContain('s3cret');
  expect(clean.target.url).toBe('https://***@sirekap.test/api?token=***&page=2');
  expect(clean.k6.arguments).toEqual([
    'run',
    '-e',
    'PASSWORD=***',
    '--api-token',
    '***',
    '--vus',
    '20',
    '--env',
    'SPEED=120',
  ]);
  expect(clean.effectiveOptions).toMatchObject({ vus: 20, tlsAuth: null });
});
