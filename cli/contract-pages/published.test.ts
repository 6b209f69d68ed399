import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import { ERROR_CODES } from '../../mock-server/contract/error-codes.ts';
import { contractPages } from './published.ts';

let pages: Map<string, string>;
beforeAll(async () => {
  pages = new Map((await contractPages()).map(({ file, content }) => [file, content]));
});

test.each(['error-codes.md', 'rights.md', 'validation-codes.md'])(
  'docs/%s is what `npm run contract-pages` writes',
  (file) => {
    expect(readFileSync(join(PACKAGE_ROOT, 'docs', file), 'utf8')).toBe(pages.get(file));
  },
);

describe('the table of error codes', () => {
  const rowOf = (code: string) =>
    pages
      .get('error-codes.md')
      ?.split('\n')
      .find((line) => line.startsWith(`| \`${code}\` |`))
      ?.split(' | ');

  test('has every code, in order of status', () => {
    const codes = [...(pages.get('error-codes.md') ?? '').matchAll(/^\| `([A-Z_]+)` \| (\d+)/gm)];
    expect(codes.map(([, code]) => code).sort()).toEqual(Object.keys(ERROR_CODES).sort());
    const statuses = codes.map(([, , status]) => Number(status));
    expect(statuses).toEqual([...statuses].sort((a, b) => a - b));
  });

  test.each([
    ['KEY_REUSED', 'correct', '`POST /api/v1/tps/{kode}/documents/{type}/pages/{page}` |'],
    ['RATE_LIMITED', 'retry', 'all of the API |'],
    ['SESSION_ENDED', 'log in again', 'what needs a token, `POST /api/v1/refresh` |'],
    ['ROLE_FORBIDDEN', 'give up', 'what needs a right |'],
    ['INTERNAL', 'retry', 'any |'],
    ['ROUTE_UNKNOWN', 'give up', 'none |'],
    ['REFRESH_REUSED', 'log in again', '`POST /api/v1/refresh` |'],
  ])('%s: %s, and where it is met', (code, action, routes) => {
    const row = rowOf(code);
    expect(row?.[3]).toMatch(new RegExp(`^${action}`));
    expect(row?.[4]).toBe(routes);
  });
});
