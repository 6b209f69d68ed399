import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../fixtures/testing/chromium.ts';
import { passwordOf } from '../testing/small-plan.ts';
import { startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

let server: TestServer;
let browser: Browser;
let page: Page;
const complaints: string[] = [];
const elsewhere: string[] = [];

beforeAll(async () => {
  server = await startTestServer();
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.url) && !url.startsWith('data:')) elsewhere.push(url);
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

test('shows every operation of the contract, and asks no other host for anything', async () => {
  await page.goto(`${server.url}/docs`);
  await page.waitForSelector('.opblock');
  const { paths } = (await server.get('/openapi.json')).body as { paths: Record<string, object> };
  const operations = Object.values(paths).flatMap((methods) => Object.keys(methods));
  expect(await page.locator('.opblock').count()).toBe(operations.length);
  expect(await page.title()).toBe('Recap API, simulator');
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test('an operation opens with its messages, error codes and right, and can be tried', async () => {
  await page.goto(`${server.url}/docs`);
  await page.locator('.opblock', { hasText: '/api/v1/uploads' }).locator('.opblock-summary-control').click();
  const uploads = page.locator('.opblock.is-open');
  await uploads.locator('text=ROLE_FORBIDDEN').first().waitFor();
  expect(await uploads.textContent()).toContain('these roles have: kabkota-admin.');
  await page.locator('.opblock.is-open .opblock-summary-control').click();

  await page.locator('.opblock', { hasText: '/api/v1/login' }).locator('.opblock-summary-control').click();
  const login = page.locator('.opblock.is-open');
  await login.locator('button:has-text("Try it out")').click();
  const username = `kpps-${TPS}`;
  await login.locator('textarea').fill(JSON.stringify({ username, password: passwordOf(username) }));
  await login.locator('button:has-text("Execute")').click();
  await login.locator('.live-responses-table .response-col_status:has-text("200")').waitFor();
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});
