import { type BrowserContext, type Page, test } from '@playwright/test';

import { countRows, type DemoBranch, expect, holdApp, joinBy, startDemoBranch } from './support/demo-branch.ts';

test.setTimeout(120_000);

let branch: DemoBranch;
test.beforeEach(async () => {
  branch = await startDemoBranch();
});
test.afterEach(() => branch.server.remove());

/** The app was closed and is opened again. */
async function restart(context: BrowserContext, page: Page): Promise<Page> {
  const address = page.url();
  await page.close();
  const opened = await context.newPage();
  await opened.goto(address);
  return opened;
}

/** Takes the first run and loads it; gives the run's id. */
async function setOff(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'I take it' }).first().click();
  await page.getByRole('link', { name: 'Open the run' }).first().click();
  await page.getByRole('button', { name: 'Loaded, off we go' }).click();
  await expect(page.getByText('Next stop · 1 of 3')).toBeVisible();
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

async function deliver(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Delivered/ }).click();
  await expect(page.getByText(/· On this phone$/)).toBeVisible();
}

const unsent = (page: Page, text: string) => page.getByText(`${text} not sent yet`);

test('a run is driven with no network, through three restarts, and each delivery reaches the server once', async ({
  browser,
  context,
  page: first,
}) => {
  await joinBy(first, branch.driverLink);
  await holdApp(first);
  await expect(first.getByRole('button', { name: 'I take it' }).first()).toBeVisible();
  await context.setOffline(true);
  const run = await setOff(first);
  let page = first;
  for (const done of ['1 of 3', '2 of 3', '3 of 3']) {
    await deliver(page);
    page = await restart(context, page);
    await expect(page.getByText(done, { exact: true })).toBeVisible();
  }
  await page.getByRole('link', { name: 'End of run' }).click();
  await page.getByRole('button', { name: 'The run is complete' }).click();
  await expect(page.getByText('Thank you. The run is complete.')).toBeVisible();
  await expect(unsent(page, '6 records')).toBeAttached();

  await context.setOffline(false);
  await expect(unsent(page, '0 records')).toBeAttached();
  const organiser = await (await browser.newContext()).newPage();
  await joinBy(organiser, branch.organiserLink);
  await expect.poll(() => countRows(organiser, 'delivery', 'run', run)).toBe(3);
  await organiser.context().close();
});

test('a dead server holds nobody up, and what was recorded meanwhile is sent when it lives again', async ({ page }) => {
  await joinBy(page, branch.driverLink);
  await holdApp(page);
  await expect(page.getByRole('button', { name: 'I take it' }).first()).toBeVisible();
  await branch.server.stop('SIGKILL');
  await setOff(page);
  await deliver(page);
  await expect(page.getByText(/^Server reached/).or(page.getByText(/^today/))).toBeVisible();
  await page.getByRole('link', { name: /Unsent/ }).click();
  await expect(page.getByText('The server cannot be reached')).toBeVisible();
  await expect(page.getByText('Delivery: ')).toBeVisible();
  await branch.server.begin();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByText('Everything is on the server')).toBeVisible();
});

test('a double tap records once, and undo takes it back', async ({ page }) => {
  await joinBy(page, branch.driverLink);
  const run = await setOff(page);
  await page.getByRole('button', { name: /^Delivered/ }).dblclick();
  await expect(page.getByText(/· On this phone$/)).toBeVisible();
  expect(await countRows(page, 'delivery', 'run', run)).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back')).toBeVisible();
  await expect(page.getByText('Next stop · 1 of 3')).toBeVisible();
  await expect(unsent(page, '0 records')).toBeAttached();
});

test('two windows of one phone record beside each other, and nothing is lost or doubled', async ({ context, page }) => {
  await joinBy(page, branch.driverLink);
  const run = await setOff(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByText('Next stop · 1 of 3')).toBeVisible();
  await deliver(page);
  await expect(other.getByText('Next stop · 2 of 3')).toBeVisible();
  await Promise.all([deliver(other), page.getByRole('link', { name: 'Run', exact: true }).click()]);
  await expect(page.getByText('Next stop · 3 of 3')).toBeVisible();
  expect(await countRows(page, 'delivery', 'run', run)).toBe(2);
  await expect(unsent(page, '0 records')).toBeAttached();
});

test('when the browser has cleared everything the app says so, and shows no empty plan', async ({ context, page }) => {
  await joinBy(page, branch.driverLink);
  await expect(page.getByRole('button', { name: 'I take it' }).first()).toBeVisible();
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: branch.server.address, storageTypes: 'indexeddb' });
  await page.goto(branch.server.address);
  await expect(page.getByText('The phone has cleared the app’s records')).toBeVisible();
  await expect(page.getByText('No run for you yet')).toHaveCount(0);
  await page.getByLabel('Type the short code').fill(branch.otherDriverLink.split('#')[1] ?? '');
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByText('You are invited to')).toBeVisible();
});
