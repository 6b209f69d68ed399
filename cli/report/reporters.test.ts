import { describe, expect, test } from 'vitest';
import type { ReportInput } from './input.ts';
import { LANGS } from './language/dictionary.ts';
import { REPORTERS } from './reporters.ts';
import { hostileInput } from './testing/hostile-input.ts';
import { emptyInput, sampleInput } from './testing/sample-input.ts';

function hugeInput(): ReportInput {
  const input = sampleInput('FAIL');
  const huge = 9e15;
  return {
    ...input,
    audit: { ...input.audit, planned: huge, stored: huge - 1, accounts: { handedOut: huge, used: 1 } },
    measurements: {
      ...input.measurements,
      total: { ...input.measurements.total, bytes: 9e20, planned: huge },
    },
  };
}

const INPUTS: Record<string, () => ReportInput> = {
  PASS: () => sampleInput('PASS', false),
  FAIL: () => sampleInput('FAIL'),
  INCONCLUSIVE: () => sampleInput('INCONCLUSIVE'),
  INVALID: () => sampleInput('INVALID'),
  'nothing happened': emptyInput,
  'huge counts': hugeInput,
  'hostile strings': hostileInput,
};

describe.each(Object.entries(REPORTERS))('%s', (_, report) => {
  describe.each(Object.entries(INPUTS))('%s', (_, input) => {
    test.each(LANGS)('says no nonsense in %s', (lang) => {
      const output = report(input(), { lang });
      expect(output.isWellFormed()).toBe(true);
      expect(output).not.toMatch(/\bundefined\b|\bNaN\b|\[object |Infinity/);
      expect(output.endsWith('\n')).toBe(true);
    });
  });

  test('gives the same bytes for the same input and leaves the input as it was', () => {
    const input = sampleInput('FAIL');
    const before = structuredClone(input);
    expect(report(input, { lang: 'id' })).toBe(report(sampleInput('FAIL'), { lang: 'id' }));
    expect(input).toEqual(before);
  });

  test('keeps secrets to itself', () => {
    const { run, ...rest } = sampleInput();
    const target = { ...run.target, url: 'https://petugas:s3cret@sirekap.test/' };
    expect(report({ ...rest, run: { ...run, target } }, { lang: 'id' })).not.toContain('s3cret');
  });
});

test.each([
  ['terminal', 'id', /LATIHAN – bukan sertifikat kesiapan/],
  ['terminal', 'en', /not a certificate of readiness/],
  ['junit', 'id', /LATIHAN – bukan sertifikat kesiapan/],
  ['html', 'id', /LATIHAN – bukan sertifikat kesiapan/],
  ['json', 'id', /"exercise": true/],
] as const)('an exercise is called one: %s, %s', (name, lang, notice) => {
  expect(REPORTERS[name](sampleInput('PASS', true), { lang })).toMatch(notice);
  expect(REPORTERS[name](sampleInput('PASS', false), { lang })).not.toMatch(notice);
});
