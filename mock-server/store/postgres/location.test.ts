import { expect, test } from 'vitest';
import { isPostgresUrl, readPostgresUrl } from './location.ts';

test('a URL is a database, everything else a file', () => {
  expect(isPostgresUrl('postgres://u@127.0.0.1/d')).toBe(true);
  expect(isPostgresUrl('postgresql://u@127.0.0.1/d')).toBe(true);
  expect(isPostgresUrl('runs/mock.sqlite')).toBe(false);
  expect(isPostgresUrl('postgres.sqlite')).toBe(false);
});

test.each([
  ['postgres://u:p%40ss@127.0.0.1:5433/d', '127.0.0.1', 5433, 'p@ss'],
  ['postgres://u@localhost/d', '127.0.0.1', 5432, null],
  ['postgresql://u@[::1]:5432/d', '::1', 5432, null],
  ['postgres://u@/d?host=/run/postgresql', '/run/postgresql', 5432, null],
  ['postgres://u@%2Frun%2Fpostgresql:5433/d', '/run/postgresql', 5433, null],
  ['postgres://u:p@/d?host=/tmp/x&port=6000', '/tmp/x', 6000, 'p'],
])('%s', (text, host, port, password) => {
  expect(readPostgresUrl(text)).toMatchObject({ host, port, user: 'u', database: 'd', password });
});

test.each([
  'postgres://u:hush@db.example.org/d',
  'postgres://u:hush@10.0.0.1/d',
  'postgres://u:hush@127.0.0.1/d?host=10.0.0.1',
  'postgres://u:hush@127.0.0.1.example.org/d',
  'postgres://u:hush@/d?host=127.0.0.999',
])('no database but on this machine: %s', (text) => {
  expect(() => readPostgresUrl(text)).toThrow(expect.objectContaining({ code: 'STORE_UNREACHABLE' }));
});

test.each([
  'postgres://u:hush@127.0.0.1/d?sslmode=disable',
  'postgres://u:hush@127.0.0.1/',
  'postgres://:hush@127.0.0.1/d',
  'postgres://u:hush%@127.0.0.1/d',
  'postgres://u:hush@127.0.0.1:99999/d',
  'postgres://u:hush@/d',
  'postgres:',
])('refused, and the password never said: %s', (text) => {
  const refusal = expect.objectContaining({ code: 'USAGE', message: expect.not.stringContaining('hush') });
  expect(() => readPostgresUrl(text)).toThrow(refusal);
});

test('the name of a store has no password', () => {
  expect(readPostgresUrl('postgres://u:hush@127.0.0.1/d').name).toBe('postgres://u@127.0.0.1:5432/d');
  expect(readPostgresUrl('postgres://u:hush@/d?host=/tmp').name).toBe('postgres://u@/d?host=/tmp&port=5432');
});
