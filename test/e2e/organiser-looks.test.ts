import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

import { foundBranch } from './support/by-hand.ts';
import { type TestServer, startServer } from './support/server.ts';

const SCREENS = ['/today?on=2025-04-29', '/places', '/items', '/people', '/people/invite', '/runs/new', '/import'];
const LOOKS = [
  { language: 'kk', theme: 'dark' },
  { language: 'ru', theme: 'light' },
  { language: 'en', theme: 'sun' },
] as const;

let server: TestServer;
let page: Page;
let runPath: string;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  server = await startServer();
  page = await foundBranch(browser, server);
  await page.goto(`${server.address}/import`);
  await page.locator('input[type=file]').first().setInputFiles('test/fixtures/deliveries-windows-1251.csv');
  await page.getByRole('button', { name: /^Import 4/ }).click();
  await page.getByRole('link', { name: 'See the runs' }).click();
  const link = page.getByRole('row', { name: /^Рейс 1/ }).getByRole('link');
  runPath = (await link.getAttribute('href')) ?? '';
});
test.afterAll(() => server.remove());

/** Dresses the app as somebody chose it, and opens a screen. */
async function open(path: string, settings: Readonly<Record<string, string | number>>): Promise<void> {
  await page.evaluate((text) => localStorage.setItem('dastarkhan-settings', text), JSON.stringify(settings));
  await page.goto(`${server.address}${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

for (const look of LOOKS) {
  test(`axe finds nothing on any screen of an organiser: ${look.language}, ${look.theme}`, async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const path of [...SCREENS, runPath]) {
      await open(path, { ...look, textSize: 100 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    }
  });
}

test('nothing is cut off on 320 pixels with letters twice as large', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of [...SCREENS, runPath]) {
    await open(path, { language: 'kk', theme: 'light', textSize: 200 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(`${path} ${overflow}`).toBe(`${path} 0`);
  }
});

test('a form over the screen has no fault either, and can be left with Escape', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open('/places', { language: 'ru', theme: 'dark', textSize: 100 });
  await page.getByRole('button', { name: 'Новый пост' }).click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Новый пост' })).toBeFocused();
});
