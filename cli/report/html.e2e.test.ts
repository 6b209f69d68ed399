import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../../fixtures/testing/chromium.ts';
import { reportComparisonHtml } from './compare-html.ts';
import { reportHtml } from './html.ts';
import { hostileInput } from './testing/hostile-input.ts';
import { sampleComparison } from './testing/sample-comparison.ts';
import { emptyInput, sampleInput } from './testing/sample-input.ts';

let folder: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let requests: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-html-'));
  const pages = {
    report: reportHtml(sampleInput('FAIL'), { lang: 'id' }),
    empty: reportHtml(emptyInput(), { lang: 'id' }),
    hostile: reportHtml(hostileInput(), { lang: 'id' }),
    compare: reportComparisonHtml(sampleComparison(), { lang: 'id' }),
  };
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), html);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  complaints = [];
  requests = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  page.on('request', (request) => requests.push(request.url()));
});

afterEach(() => context?.close());

const urlOf = (name: string) => pathToFileURL(join(folder, `${name}.html`)).href;

describe.each(['report', 'empty', 'hostile', 'compare'])('%s', (name) => {
  test('opens from the disk without a complaint or a request', async () => {
    await page.goto(urlOf(name));
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
    expect(requests).toEqual([urlOf(name)]);
  });

  test.each([360, 768, 1280])('fits a screen of %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(urlOf(name));
    for (const lang of ['id', 'en']) {
      await page.click(`label[for=language-${lang}]`);
      await page.evaluate('for (const d of document.querySelectorAll("details")) d.open = true');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
  });
});

test('shows Indonesian first and switches to English and back, by mouse and by keyboard', async () => {
  await page.goto(urlOf('report'));
  const shown = () => page.locator('main:visible').getAttribute('lang');
  expect(await shown()).toBe('id');
  await page.click('label[for=language-en]');
  expect(await shown()).toBe('en');
  expect(await page.locator('h2:visible').first().textContent()).toBe('What was tested');
  await page.focus('#language-en');
  await page.keyboard.press('ArrowLeft');
  expect(await shown()).toBe('id');
});

test('switches languages without scripts too', async () => {
  const scriptless = await browser.newContext({ javaScriptEnabled: false });
  const bare = await scriptless.newPage();
  await bare.goto(urlOf('report'));
  expect(await bare.locator('main:visible').getAttribute('lang')).toBe('id');
  await bare.click('label[for=language-en]');
  expect(await bare.locator('main:visible').getAttribute('lang')).toBe('en');
  await scriptless.close();
});

test('every drawing has a name and text on the phone is large enough to read', async () => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(urlOf('report'));
  const unnamed = page.locator('svg:not([aria-hidden]):not([aria-label])');
  expect(await unnamed.count()).toBe(0);
  const smallest = await page.evaluate(`Math.min(...[...document.querySelectorAll('main[lang=id] *')]
    .filter((element) => element.checkVisibility() && !element.closest('.unseen')
      && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
    .map((element) => parseFloat(getComputedStyle(element).fontSize)))`);
  expect(smallest).toBeGreaterThanOrEqual(12);
});

test('prints on A4 with everything that is folded on screen', async () => {
  await page.goto(urlOf('report'));
  await page.emulateMedia({ media: 'print' });
  await page.evaluate('dispatchEvent(new Event("beforeprint"))');
  expect(await page.locator('main[lang=id] details:not([open])').count()).toBe(0);
  await page.evaluate('dispatchEvent(new Event("afterprint"))');
  expect(await page.locator('main[lang=id] details[open]').count()).toBe(0);
  // Also without the script: a kelurahan that stands in a fold has a height on paper.
  expect(
    (await page.locator('main[lang=id] details tbody tr').first().boundingBox())?.height,
  ).toBeGreaterThan(0);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).toMatch(/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
});
