import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OperatorErrorCode } from '../fixtures/operator-error.ts';
import { PACKAGE_ROOT } from '../fixtures/package-root.ts';
import type { VerdictWord } from './evidence/types.ts';
import { EXIT, exitCodeOfError, exitCodeOfVerdict } from './exit-codes.ts';

const read = (...path: string[]) => readFileSync(join(PACKAGE_ROOT, ...path), 'utf8');

/** Rows of a table of docs/exit-codes.md, as cells without backticks. */
function table(heading: string): string[][] {
  const section = read('docs', 'exit-codes.md').split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

describe('docs/exit-codes.md says what the code does', () => {
  it('every exit code, by its name, with a cause and a remedy', () => {
    const rows = table('Codes of uji-beban');
    expect(Object.fromEntries(rows.map(([code, name]) => [name, Number(code)]))).toEqual(EXIT);
    expect(rows.filter(([, , cause, remedy]) => !cause || !remedy)).toEqual([]);
  });

  it('every verdict', () => {
    for (const [word, code] of table('Verdicts'))
      expect([word, exitCodeOfVerdict(word as VerdictWord)]).toEqual([word, Number(code)]);
    expect(table('Verdicts')).toHaveLength(4);
  });

  it('every error of an operator', () => {
    const union = read('fixtures', 'operator-error.ts').split('OperatorErrorCode =')[1]?.split(';')[0] ?? '';
    const known = [...union.matchAll(/\| '(\w+)'/g)].map((match) => match[1]);
    const rows = table('Error codes inside the messages');
    expect(rows.map(([name]) => name).sort()).toEqual(known.sort());
    for (const [name, code] of rows)
      expect([name, exitCodeOfError(name as OperatorErrorCode)]).toEqual([name, Number(code)]);
  });
});

describe('exit codes', () => {
  it('are none of k6’s, which `run` passes on', () => {
    const ours: number[] = Object.values(EXIT).filter((code) => code !== EXIT.ok);
    expect(ours.filter((code) => (code >= 97 && code <= 110) || code === 255)).toEqual([]);
  });

  it('are all different', () => {
    expect(new Set(Object.values(EXIT)).size).toBe(Object.values(EXIT).length);
  });
});
