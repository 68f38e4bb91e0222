import { type Page, chromium, expect } from '@playwright/test';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { BROWSER_FLAGS, chooseBrowser } from './support/browser.ts';
import { deliver, join, nextStop, PHONE, takeRun, unsentOf } from './support/phone.ts';
import { storedStops } from './support/server-file.ts';
import { test } from './support/story.ts';

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterAll(() => branch.remove());

test('a page that the browser puts to sleep and wakes with “back” goes on: what was recorded is there, and is sent', async () => {
  const { executable } = await chooseBrowser();
  // Playwright switches off what this story is about, and a browser without windows does so by itself.
  const browser = await chromium.launch({
    executablePath: executable,
    args: [...BROWSER_FLAGS, '--enable-bfcache'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const { link, run } = await awaitDriver(branch, 'Marat', 3);
  const phone = await browser.newContext(PHONE);
  const page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await expect(unsentOf(page, 0)).toBeVisible();
  await phone.setOffline(true);
  await deliver(page, 1);
  await sleepAndWake(page);
  await deliver(page, 2);
  await expect(nextStop(page, 3)).toBeVisible();
  await phone.setOffline(false);
  await page.goto(`${branch.wire.address}/icons/favicon.svg`);
  await back(page);
  await expect(unsentOf(page, 0)).toBeVisible();
  expect(storedStops(branch.server, run)).toEqual([0, 1]);
  await browser.close();
});

/** Away and back until the browser has put the page to sleep: one that is in the middle of some work it ends instead, as it may. */
async function sleepAndWake(page: Page): Promise<void> {
  await expect(async () => {
    await expect(unsentOf(page, 1)).toBeVisible({ timeout: 5_000 });
    await page.evaluate(() => {
      window.addEventListener('pageshow', ({ persisted }) => {
        document.title = persisted ? 'woken' : 'begun anew';
      });
    });
    await page.goto(`${branch.wire.address}/icons/favicon.svg`);
    await back(page);
    await expect.poll(() => page.title(), { timeout: 3_000 }).toBe('woken');
  }).toPass({ timeout: 40_000 });
}

/** Playwright's own `goBack` waits for a load, and a page that is woken has none. */
async function back(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
  const before = entries[currentIndex - 1];
  if (before !== undefined) await session.send('Page.navigateToHistoryEntry', { entryId: before.id });
  await session.detach();
}
