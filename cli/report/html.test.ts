import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { PlanPhotos } from '../../fixtures/plan/types.ts';
import { reportComparisonHtml } from './compare-html.ts';
import { reportHtml } from './html.ts';
import { MISTAKE_NAMES } from './language/dictionary.ts';
import { hostileInput } from './testing/hostile-input.ts';
import { sampleComparison } from './testing/sample-comparison.ts';
import { emptyInput, sampleInput } from './testing/sample-input.ts';

const VOID = new Set(['meta', 'input', 'br', 'wbr', 'img']);

/** Tags that do not close what was opened last. */
function misnested(html: string): string[] {
  const body = html.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '').replace('<!DOCTYPE html>', '');
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [tag, closing, name = '', , empty] of body.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*?)(\/?)>/gi,
  )) {
    if (closing) {
      if (open.pop() !== name) wrong.push(tag);
    } else if (!empty && !VOID.has(name)) open.push(name);
  }
  return [...wrong, ...open];
}

const PAGES = {
  'a sample': reportHtml(sampleInput('FAIL'), { lang: 'id' }),
  'nothing happened': reportHtml(emptyInput(), { lang: 'en' }),
  'hostile strings': reportHtml(hostileInput(), { lang: 'id' }),
  'a comparison': reportComparisonHtml(sampleComparison(), { lang: 'id' }),
};

describe.each(Object.entries(PAGES))('%s', (_, html) => {
  test('refers to nothing outside itself', () => {
    const tags = html.match(/<[a-z](?:"[^"]*"|[^">])*>/gi) ?? [];
    for (const tag of tags) {
      expect(tag).not.toMatch(/^<(link|img|iframe|object|embed|base|form|script .)/i);
      expect(tag.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/\s(src|srcset|action|on\w+)=/i);
      expect(tag).not.toMatch(/\shref="(?!#)/i);
    }
    const [, css = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    expect(css).not.toMatch(/url\(|@import|@font-face|https?:/i);
  });

  test('forbids by policy whatever it does not hold itself', () => {
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
    const digest = createHash('sha256').update(script).digest('base64');
    expect(html).toContain(`script-src &#39;sha256-${digest}&#39;`);
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  test('closes what it opens', () => expect(misnested(html)).toEqual([]));

  test('names each id once and refers to none that is not there', () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/\s(?:for|aria-labelledby|href)="#?([^"]*)"/g))
      expect(ids).toContain(id);
  });

  test('says the same in both languages', () => {
    const [, id = '', en = ''] = html.split(/<main lang="(?:id|en)">/);
    const shape = (edition: string) =>
      (edition.match(/<(?:section|table|tr|svg|li|details)\b/g) ?? []).join();
    expect(shape(en)).toBe(shape(id));
    expect(id.length).toBeGreaterThan(500);
  });

  test('stays small', () => expect(html.length).toBeLessThan(1_500_000));
});

test('strings from data come out as text', () => {
  const html = PAGES['hostile strings'];
  expect(html).not.toContain('<img');
  expect(html).not.toContain('\u0000');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

test('at most 200 findings are listed, their number is told and where the rest is', () => {
  const input = sampleInput('FAIL');
  const [finding] = input.audit.findings;
  if (finding === undefined) throw new Error('the sample has no findings');
  input.audit.findings = Array.from({ length: 4321 }, () => ({ ...finding, tps: '1671019999901' }));
  const html = reportHtml(input, { lang: 'id' });
  expect(html).toContain('200 dari 4.321 temuan ditampilkan; semuanya ada di audit.json.');
  expect(html.match(/1671019999901/g)).toHaveLength(400);
});

test('a report whose totals are not the sum of its rows says so', () => {
  const input = sampleInput('PASS');
  input.measurements.total.attempts += 7;
  expect(reportHtml(input, { lang: 'id' })).toContain('Jumlah tidak cocok: measurements.attempts');
});

test('every figure of the plan is shown with its source in both languages', () => {
  const { plan } = sampleInput();
  for (const { source } of plan.figures)
    expect(PAGES['a sample'].split(source).length, source).toBeGreaterThan(2);
});

test.each([
  [true, /simulator keeps digests computed while receiving/],
  [false, /^(?!.*simulator keeps digests)/s],
])('says what a simulator (%s) cannot show', (exercise, expected) => {
  expect(reportHtml(sampleInput('PASS', exercise), { lang: 'en' })).toMatch(expected);
});

test.each([
  ['id', 'Diberikan 8.412 dari 9.088 unggahan; seharusnya semua.'],
  ['en', 'Offered 8,412 of 9,088 uploads; expected all.'],
] as const)('%s: says in its own language what makes a run invalid', (lang, sentence) => {
  const html = reportHtml(sampleInput('INVALID'), { lang });
  expect(html.match(new RegExp(sentence, 'g'))?.length).toBeGreaterThanOrEqual(1);
});

/** The text of one section of the English edition, without tags. */
function sectionText(html: string, name: string): string {
  const [, section = ''] = html.split(`<section id="en-${name}"`);
  return (section.split('</section>')[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

test('each kind of planned mistake is told with what was planned and met, and never met where no photo shows it', () => {
  const input = sampleInput('FAIL');
  const text = sectionText(reportHtml(input, { lang: 'en' }), 'mistakes');
  const [met = '', hidden = ''] = text.split('shown by no upload');
  for (const { kind, planned, met: found } of input.audit.mistakes) {
    const name = MISTAKE_NAMES[kind].en;
    if (planned === 0) expect(text).not.toContain(name);
    else if (found === null) expect(hidden).toContain(`${name} ${planned} `);
    else expect(met).toContain(`${name} ${planned} ${found} ${planned - found} `);
  }
  expect(hidden).toContain('shared pool and carry no figures');
  const shown = input.audit.mistakes.filter(({ met: found }) => found !== null);
  const planned = shown.reduce((sum, kind) => sum + kind.planned, 0);
  expect(met).toContain(`Total ${planned} ${planned - 2} 2 `);
});

test('a plan with a photo for each upload says nothing of a pool', () => {
  const input = sampleInput('PASS');
  const photos = { ...(input.plan.photos as PlanPhotos), mode: 'unique' as const };
  const html = reportHtml({ ...input, plan: { ...input.plan, photos } }, { lang: 'en' });
  expect(sectionText(html, 'mistakes')).not.toContain('pool');
  expect(sectionText(html, 'tested')).toContain('one for each upload');
});

test('ways of submission, weak signal and special locations are counted apart', () => {
  const text = sectionText(reportHtml(sampleInput('FAIL'), { lang: 'en' }), 'ways');
  expect(text).toMatch(/Offline, other village [^0-9]*70 70 0/);
  expect(text).toMatch(/At the kecamatan [^0-9]*30 30 0/);
  expect(text).toMatch(/TPS with weak signal 150 150 0/);
  expect(text).toMatch(/numbered 901 and up\. 6 6 0/);
});

test('accounts handed out are told by role', () => {
  const text = sectionText(reportHtml(sampleInput('PASS'), { lang: 'en' }), 'accounts');
  expect(text).toMatch(/handed out by role .*KPPS 4,544 .*PPK admin 36 .*Total 4,813/);
  const smoke = sampleInput('PASS');
  smoke.audit.accounts = { handedOut: 80, used: 80 };
  expect(sectionText(reportHtml(smoke, { lang: 'en' }), 'accounts')).toContain(
    'Accounts of the plan by role',
  );
});

test('a nation’s report stays small, and shows the areas that lack most', () => {
  const input = sampleInput('PASS');
  const [area] = input.audit.areas.kecamatan;
  if (area === undefined) throw new Error('the sample has no kecamatan');
  const kecamatan = Array.from({ length: 7285 }, (_, i) => ({
    ...area,
    code: String(110_000 + i),
    uploads: { planned: 10, stored: i === 7000 ? 3 : 10 },
  }));
  const audit = { ...input.audit, areas: { ...input.audit.areas, kecamatan, kelurahan: kecamatan } };
  const html = reportHtml({ ...input, audit }, { lang: 'en' });
  expect(html.length).toBeLessThan(3_000_000);
  const text = sectionText(html, 'areas');
  expect(text).toContain('60 of 7,285 are shown');
  expect(text).toContain('600 of 7,285 are shown');
  expect(text.indexOf('117000')).toBeLessThan(text.indexOf('110000'));
});
