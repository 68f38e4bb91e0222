import { chromium, expect, test } from '@playwright/test';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { BROWSER_FLAGS, chooseBrowser } from './support/browser.ts';
import { deliver, join, newPhone, nextStop, PHONE, takeRun } from './support/phone.ts';

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterAll(() => branch.remove());

test('a browser that is killed right after "on this phone" has lost nothing', async () => {
  const { link } = await awaitDriver(branch, 'Saule', 2);
  const { executable } = await chooseBrowser();
  const open = () =>
    chromium.launchPersistentContext(test.info().outputPath('profile'), {
      ...PHONE,
      executablePath: executable,
      args: BROWSER_FLAGS,
    });
  const context = await open();
  const page = await context.newPage();
  await join(page, link);
  await takeRun(page);
  await context.setOffline(true);
  await deliver(page, 1);
  const session = await context.newCDPSession(page);
  const gone = context.waitForEvent('close');
  session.send('Browser.crash').catch(() => undefined);
  await gone;

  const again = await open();
  const reopened = await again.newPage();
  await reopened.goto(branch.wire.address);
  await expect(nextStop(reopened, 2)).toBeVisible();
  await again.close();
});

test('when the browser has cleared everything the app says so, and shows no empty plan', async ({ browser }) => {
  const { link } = await awaitDriver(branch, 'Marat', 2);
  const context = await newPhone(browser);
  const page = await context.newPage();
  await join(page, link);
  await expect(page.getByRole('button', { name: 'I take it' })).toBeVisible();
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: branch.wire.address, storageTypes: 'indexeddb' });
  await page.goto(branch.wire.address);
  await expect(page.getByText('The phone has cleared the app’s records')).toBeVisible();
  await expect(page.getByText('No run for you yet')).toHaveCount(0);
  const { link: anew } = await awaitDriver(branch, 'Marat again', 1);
  await join(page, anew);
  await expect(page.getByRole('button', { name: 'I take it' })).toBeVisible();
});
