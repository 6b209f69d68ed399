import { describe, expect, it } from 'vitest';
import type { PlenoMeasurement } from '../evidence/types.ts';
import { reportHtml } from './html.ts';
import type { ReportInput } from './input.ts';
import { reportTerminal } from './terminal.ts';
import { sampleInput } from './testing/sample-input.ts';

const HELD: PlenoMeasurement = {
  kecamatan: { planned: 22, opened: 22, finalised: 21, published: 20 },
  files: { planned: 2, taken: 2 },
  forms: { planned: 1102, saved: 1099, corrected: 271 },
  conflicts: 17,
};

function input(
  pleno: PlenoMeasurement | null,
  read = true,
  change: Partial<ReportInput['run']> = {},
): ReportInput {
  const sample = sampleInput('FAIL');
  const counts = { planned: 22, read, summed: 21, equal: 19 };
  return {
    ...sample,
    run: { ...sample.run, ...change },
    measurements: { ...sample.measurements, pleno },
    audit: { ...sample.audit, pleno: pleno === null ? null : counts },
  };
}

/** A section's words in one language, without markup. */
function sectionOf(html: string, lang: 'id' | 'en'): string {
  const edition = html.slice(html.indexOf(`<main lang="${lang}">`));
  const from = edition.search(/<section[^>]*pleno/);
  return edition
    .slice(from, edition.indexOf('</section>', from))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('the pleno in the report', () => {
  it('says step by step how many came so far, in both languages', () => {
    const html = reportHtml(input(HELD), { lang: 'id' });
    const indonesian = sectionOf(html, 'id');
    expect(indonesian).toContain('20 dari 22 kecamatan');
    expect(indonesian).toContain('sama dengan rencana, angka demi angka, di 19 dari 22 kecamatan');
    expect(indonesian).toContain('Formulir tersimpan 1.099 1.102');
    expect(indonesian).toContain('Di antaranya dikoreksi 271 –');
    const english = sectionOf(html, 'en');
    expect(english).toContain('Forms saved 1,099 1,102');
    expect(english).toContain('Of these as a file 2 2');
    expect(english).toContain('Kecamatan finalised 21 22');
    expect(english).toContain('Kecamatan whose sums of D.Hasil are right 19 22');
  });

  it('says where sums could not be read, and shows none', () => {
    const english = sectionOf(reportHtml(input(HELD, false), { lang: 'en' }), 'en');
    expect(english).toContain('The target gave no sums');
    expect(english).not.toContain('are right');
    expect(reportTerminal(input(HELD, false), { lang: 'en' })).toContain('The target gave no sums');
  });

  it('says why there was none', () => {
    const why = (change: Partial<ReportInput['run']>) =>
      sectionOf(reportHtml(input(null, true, change), { lang: 'en' }), 'en');
    const { target } = sampleInput().run;
    const has = { target: { ...target, missingParts: [] } };
    const lacks = { target: { ...target, missingParts: ['pleno' as const] } };
    expect(why({ workload: 'round-1', ...has })).toContain('round 2 does');
    expect(why({ workload: 'round-2', ...lacks })).toContain('The adapter holds no pleno');
    expect(why({ workload: 'round-2', ...has })).toContain('no kecamatan as a whole');
    expect(reportTerminal(input(null), { lang: 'en' })).not.toContain('Kecamatan opened');
  });

  it('stands in the terminal too', () => {
    const shown = reportTerminal(input(HELD), { lang: 'id' });
    expect(shown).toMatch(/Kecamatan dipublikasikan\s+20\s+dari 22/);
    expect(shown).toMatch(/Formulir tersimpan\s+1\.099\s+dari 1\.102/);
  });
});
