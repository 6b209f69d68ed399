import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseSecrets } from './secrets-file.ts';

describe('a secrets file', () => {
  it('is CSV, with a header or without, or NDJSON', () => {
    const expected = [
      { username: 'kpps-1', password: 'a b,c', login: 'kpps-1' },
      { username: 'kpps-2', password: '"x"', login: 'budi' },
    ];
    expect(parseSecrets('username,password,login\r\nkpps-1,"a b,c"\r\nkpps-2,"""x""",budi\r\n')).toEqual(
      expected,
    );
    expect(parseSecrets('kpps-1,"a b,c",kpps-1\nkpps-2,"""x""",budi')).toEqual(expected);
    expect(
      parseSecrets(
        '\uFEFF{"username":"kpps-1","password":"a b,c"}\n\n{"username":"kpps-2","password":"\\"x\\"","login":"budi"}\n',
      ),
    ).toEqual(expected);
  });

  it('reads back whatever a CSV library writes', () => {
    const field = fc.string({ minLength: 1 }).filter((text) => !/[\r\n]/.test(text) && !text.startsWith('{'));
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), (rows) => {
        fc.pre(rows.every(([username]) => username.trim() !== '' && username !== 'username'));
        expect(
          parseSecrets(Papa.unparse(rows)).map(({ username, password }) => [username, password]),
        ).toEqual(rows);
      }),
    );
  });

  it.each([
    ['kpps-1,sandi-rahasia\nkpps-2', 2],
    ['kpps-1', 1],
    ['kpps-1,"sandi-rahasia', 1],
    ['kpps-1,', 1],
    [',sandi-rahasia', 1],
    ['a,b,c,sandi-rahasia', 1],
    ['{"username":"a","sandi":"sandi-rahasia"}', 1],
    ['{"username":"a","password":"sandi-rahasia"', 1],
  ])('%j is refused by its line, and nothing of it is quoted', (text, line) => {
    expect(() => parseSecrets(text)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(new RegExp(`line ${line} `)) }),
    );
    expect(() => parseSecrets(text)).not.toThrow(/sandi-rahasia|kpps/);
  });
});
