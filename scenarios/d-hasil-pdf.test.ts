import { expect, it } from 'vitest';
import { dHasilPdf } from './d-hasil-pdf.ts';

it('D.Hasil as PDF says SIMULASI, and its table of objects points to each of them', () => {
  const pdf = dHasilPdf('167101');
  // Offsets are bytes: every character must be one.
  expect(pdf).toMatch(/^[\n -~]*$/);
  expect(pdf).toContain('(SIMULASI)');
  expect(pdf).toContain('167101');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1]);
  expect(pdf.slice(start, start + 4)).toBe('xref');
  const offsets = [...pdf.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) => Number(at));
  expect(offsets).toHaveLength(5);
  for (const [i, at] of offsets.entries()) expect(pdf.slice(at).startsWith(`${i + 1} 0 obj\n`)).toBe(true);
  const [, length, stream] = /<< \/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(pdf) ?? [];
  expect(stream).toHaveLength(Number(length));
  expect(dHasilPdf('167101')).toBe(pdf);
});
