import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { reportTerminal } from './terminal.ts';
import { hostileInput } from './testing/hostile-input.ts';
import { emptyInput, sampleInput } from './testing/sample-input.ts';

const files = [{ name: 'report.html', path: `runs/${'long-name/'.repeat(20)}report.html` }];

describe.each([80, 88, 100])('%i columns', (width) => {
  test.each([
    ['a sample', sampleInput('FAIL')],
    ['nothing', emptyInput()],
    ['hostile strings', hostileInput()],
  ])('no line is longer: %s', (_, input) => {
    for (const lang of ['id', 'en'] as const)
      for (const line of reportTerminal(input, { lang, width, files }).split('\n'))
        expect(line.length, line).toBeLessThanOrEqual(width);
  });
});

test('the verdict comes first, then what it rests on', () => {
  const output = reportTerminal(sampleInput('FAIL'), { lang: 'id', files });
  expect(output.split('\n')[1]).toBe(' ✗ TIDAK LULUS');
  const order = [
    'LATIHAN',
    '9.058  dari 9.088',
    'TPS lengkap',
    'Luring, pindah desa',
    'Akun terpakai',
    'Kesalahan ditemui',
    'p95',
    'server-mati',
    'Alasan',
    'report.html',
  ];
  const places = order.map((text) => output.indexOf(text));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test.each([
  ['PASS', 'LULUS'],
  ['FAIL', 'TIDAK LULUS'],
  ['INCONCLUSIVE', 'BELUM MEYAKINKAN'],
  ['INVALID', 'TIDAK SAH'],
] as const)('%s is %s', (verdict, word) => {
  expect(reportTerminal(sampleInput(verdict), { lang: 'id' }).split('\n')[1]).toMatch(
    new RegExp(`^ . ${word}$`),
  );
});

test('colours only when asked for, and they change no text', () => {
  const plain = reportTerminal(sampleInput('FAIL'), { lang: 'id' });
  const coloured = reportTerminal(sampleInput('FAIL'), { lang: 'id', color: true });
  expect(plain).toBe(stripVTControlCharacters(plain));
  expect(coloured).not.toBe(plain);
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

test('data cannot steer the terminal', () => {
  expect(reportTerminal(hostileInput(), { lang: 'id' })).not.toMatch(STEERING);
});
