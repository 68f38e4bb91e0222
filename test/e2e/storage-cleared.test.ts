import { type BrowserContext, type Page, expect } from '@playwright/test';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { deliver, deliveredButton, join, newPhone, takeRun } from './support/phone.ts';
import { test } from './support/story.ts';

const CLEARED = 'The phone has cleared the app’s records';
const NO_RUN = 'No run for you yet';

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterAll(() => branch.remove());

test('the browser clears its storage while the app is closed: opened with no network, the app says so and shows no empty plan; another invitation lets it in', async ({
  browser,
}) => {
  const { link } = await awaitDriver(branch, 'Marat', 2);
  const phone = await newPhone(browser);
  const page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await page.goto('about:blank');
  await clearRecords(phone, page);
  await phone.setOffline(true);
  await page.goto(branch.wire.address);
  await expect(page.getByText(CLEARED)).toBeVisible();
  await expect(page.getByText(NO_RUN)).toBeHidden();

  await phone.setOffline(false);
  const { link: anew } = await awaitDriver(branch, 'Marat again', 1);
  await join(page, anew);
  await expect(page.getByRole('button', { name: 'I take it' })).toBeVisible();
});

test('the browser clears its storage under the open app: it says so at once, and shows no empty plan', async ({
  browser,
}) => {
  const { link } = await awaitDriver(branch, 'Saule', 3);
  const phone = await newPhone(browser);
  const page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await deliver(page, 1);
  await phone.setOffline(true);
  await clearRecords(phone, page);
  await expect(page.getByText(CLEARED)).toBeVisible();
  await expect(deliveredButton(page, 2)).toBeHidden();
  await expect(page.getByText(NO_RUN)).toBeHidden();
  await page.reload();
  await expect(page.getByText(CLEARED)).toBeVisible();
});

/** What a browser does when space is short: the records go, while the app's files and settings may stay. */
async function clearRecords(phone: BrowserContext, page: Page): Promise<void> {
  const session = await phone.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: branch.wire.address, storageTypes: 'indexeddb' });
  await session.detach();
}
