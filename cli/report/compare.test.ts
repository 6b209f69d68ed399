import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { reportComparisonHtml } from './compare-html.ts';
import { reportComparisonTerminal } from './compare-terminal.ts';
import { sampleComparison } from './testing/sample-comparison.ts';

test('no line of the comparison is longer than the terminal is wide', () => {
  for (const lang of ['id', 'en'] as const)
    for (const width of [80, 88, 100])
      for (const line of reportComparisonTerminal(sampleComparison(), { lang, width }).split('\n'))
        expect(line.length, line).toBeLessThanOrEqual(width);
});

test('colours only when asked for', () => {
  const plain = reportComparisonTerminal(sampleComparison(), { lang: 'id' });
  expect(stripVTControlCharacters(plain)).toBe(plain);
  const coloured = reportComparisonTerminal(sampleComparison(), { lang: 'id', color: true });
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

test.each([
  ['terminal', reportComparisonTerminal],
  ['html', reportComparisonHtml],
])('tells what became of the first run’s failures and what failed anew: %s', (_, report) => {
  const output = report(sampleComparison(), { lang: 'en', width: 100 }).replaceAll(/\s+/g, ' ');
  expect(output).toContain('Of 30 uploads that failed in the first run, 2 failed again; 5 new failures.');
  expect(output).toContain('27 of 30 stored intact');
  expect(output).toContain('28 of 30 stored intact');
  expect(output).toContain('EXERCISE (LATIHAN) – not a certificate of readiness');
  expect(output).toContain('Only one of the runs was disturbed');
  expect(output).toContain('+0.7 points');
});

test('without failures, metrics or notes there is still a comparison', () => {
  const bare = {
    ...sampleComparison(),
    fates: [],
    newFailures: [],
    metrics: [],
    notes: [],
    comparable: false,
  };
  for (const report of [reportComparisonTerminal, reportComparisonHtml]) {
    const output = report(bare, { lang: 'en' });
    expect(output).toContain('no change is claimed');
    expect(output).toContain('no failures to follow');
    expect(output).toContain('There are no new failures.');
    expect(output).not.toMatch(/\bundefined\b|\bNaN\b/);
  }
});
