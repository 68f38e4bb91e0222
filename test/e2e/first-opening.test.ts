import { type Page, expect } from '@playwright/test';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { deliver, isRest, newPhone, takeRun, unsentOf } from './support/phone.ts';
import { test } from './support/story.ts';
import { fairWeather } from './support/wire.ts';

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.wire.setWeather(fairWeather));
test.afterAll(() => branch.remove());

test('the network goes seconds after the very first opening, before the worker holds a file: every screen one tap away opens', async ({
  browser,
}) => {
  const { link } = await awaitDriver(branch, 'Marat', 2);
  branch.wire.setWeather(({ path }) => (path === '/service-worker.js' ? { type: 'cut' } : { type: 'pass' }));
  const phone = await newPhone(browser);
  const page = await phone.newPage();
  const fetched = page.waitForEvent('requestfinished', (request) => isRest(request.url()));
  await joinUnheld(page, link);
  await takeRun(page);
  await fetched;
  await expect(unsentOf(page, 0)).toBeVisible();
  await phone.setOffline(true);

  await page
    .getByRole('link', { name: /Post 1/ })
    .first()
    .click();
  await expect(page.getByLabel('Note')).toBeVisible();
  await page.goBack();
  await deliver(page, 1);
  for (const [place, title] of [
    [/not sent yet/, 'Unsent'],
    ['Phone', 'This phone'],
  ] as const) {
    await page.getByRole('link', { name: place }).click();
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  }
  // Kazakh is not on the phone yet: what is there goes on as it is, and speaks Kazakh as soon as it can.
  await page.getByRole('radio', { name: 'Қазақша' }).click();
  await expect(page.getByRole('heading', { name: 'This phone', level: 1 })).toBeVisible();
  await phone.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Осы телефон', level: 1 })).toBeVisible();
});

test('a screen that the phone does not have yet says so, and comes by itself once the server is heard', async ({
  browser,
}) => {
  const { link } = await awaitDriver(branch, 'Saule', 1);
  branch.wire.setWeather(({ path }) =>
    path === '/service-worker.js' || isRest(path) ? { type: 'cut' } : { type: 'pass' },
  );
  const phone = await newPhone(browser);
  const page = await phone.newPage();
  await joinUnheld(page, link);
  await page.getByRole('link', { name: /not sent yet/ }).click();
  await expect(page.getByText('This screen is not on this phone yet')).toBeVisible();
  await page.getByRole('link', { name: 'Run', exact: true }).click();
  await takeRun(page);
  branch.wire.setWeather(fairWeather);
  await page.getByRole('link', { name: /not sent yet/ }).click();
  await expect(page.getByRole('heading', { name: 'Unsent', level: 1 })).toBeVisible();
});

async function joinUnheld(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
}
