import { expect, test, type Page } from '@playwright/test';

import { foundBranch, join, operatorLink, untilSent } from './support/by-hand.ts';
import { untilSetHeld } from './support/phone.ts';
import { type TestServer, startServer } from './support/server.ts';

let server: TestServer;
test.beforeEach(async () => {
  server = await startServer();
});
test.afterEach(() => server.remove());

test('from an empty server to a delivery: a branch, a driver, a run, and what became of it', async ({ browser }) => {
  const organiser = await foundBranch(browser, server);
  await findTheUsual(organiser);
  await addCheckpoint(organiser, 'Bus station');
  const link = await invite(organiser, 'Anna');
  const driver = await join(browser, link, 'Anna');
  await planRun(organiser, 'Anna');

  // Who opens the app asks at once what is new.
  await driver.reload();
  await driver.getByRole('button', { name: 'I take it' }).click();
  await driver.getByRole('link', { name: 'Open the run' }).click();
  await driver.getByRole('button', { name: /Loaded/ }).click();
  await driver.getByRole('button', { name: /Delivered 20/ }).click();
  await untilSent(driver);

  const run = organiser.getByRole('row', { name: /^North/ });
  await expect(async () => {
    await organiser.getByRole('link', { name: 'People' }).click();
    await organiser.getByRole('link', { name: 'Today' }).click();
    await expect(run).toContainText('1 of 1', { timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  await expect(run).toContainText(/Hot meal 20 of 20\sportions/);
  await expect(run).toContainText('Anna');
  await expect(run).toContainText(/heard/);
});

test('a second organiser waits until the first has confirmed them', async ({ browser }) => {
  const first = await foundBranch(browser, server);
  await first.goto(`${server.address}/people/invite`);
  await first.getByRole('radio', { name: 'Organiser' }).check();
  const second = await join(browser, await madeLink(first), 'Nurlan');
  await expect(second.getByText('Another organiser must confirm you')).toBeVisible();
  await first.getByRole('link', { name: 'People' }).click();
  await expect(first.getByText('Nurlan: Wants to organise with you')).toBeVisible({ timeout: 30_000 });
  await first.getByRole('button', { name: 'Confirm' }).click();
  await expect(second.getByRole('link', { name: 'Places' })).toBeVisible({ timeout: 30_000 });
});

test('a file is brought in without a network, survives a closed tab, and reaches the server later', async ({
  browser,
}) => {
  const organiser = await foundBranch(browser, server);
  await untilSent(organiser);
  await organiser.goto(`${server.address}/import`);
  await expect(organiser.getByLabel('Choose a file')).toBeAttached();
  // The app has to hold itself before it can do without the server.
  await untilSetHeld(organiser, 'organiser');
  await server.stop('SIGKILL');
  await chooseFile(organiser);
  await organiser.getByRole('button', { name: /^Import 4\slines, leave 2 out$/ }).click();
  await expect(organiser.getByText('Imported')).toBeVisible();
  await server.begin();
  await organiser.reload();
  await untilSent(organiser);
  await chooseFile(organiser);
  await expect(organiser.getByText('There is nothing new in this file. Everything is here already.')).toBeVisible();
  await organiser.goto(`${server.address}/today?on=2025-04-29`);
  await expect(organiser.getByRole('row', { name: /^Рейс 1/ })).toContainText('2 of 2');
});

test('an invitation that was withdrawn lets nobody in', async ({ browser }) => {
  const organiser = await foundBranch(browser, server);
  const link = await invite(organiser, 'Sergei');
  await organiser.getByRole('link', { name: 'People' }).click();
  await organiser.getByRole('button', { name: 'Withdraw' }).click();
  await untilSent(organiser);
  const stranger = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await stranger.goto(link);
  await expect(stranger.getByText('This invitation was withdrawn')).toBeVisible();
});

test('the operator’s invitation works once', async ({ browser }) => {
  const link = await operatorLink(server);
  await join(browser, link, 'Aigul');
  const stranger = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await stranger.goto(link);
  await expect(stranger.getByText('This invitation has been used')).toBeVisible();
});

/** The usual food and meals came with the branch's name. */
async function findTheUsual(page: Page): Promise<void> {
  await page.goto(`${server.address}/items`);
  await expect(page.getByRole('button', { name: /^Hot meal/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Night tea/ })).toBeVisible();
}

async function addCheckpoint(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Places' }).click();
  await page.getByRole('button', { name: 'New checkpoint' }).click();
  await page.getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: new RegExp(`^1 ${name}`) })).toBeVisible();
}

async function invite(page: Page, label: string): Promise<string> {
  await page.goto(`${server.address}/people/invite`);
  await page.getByLabel('For whom?').fill(label);
  return madeLink(page);
}

/** Makes the invitation, and waits until the server has it. */
async function madeLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make the invitation' }).click();
  await expect(page.getByText('The server has it. It can be used now.')).toBeVisible({ timeout: 15_000 });
  return page.getByText(/\/enrol#[0-9a-z]{12}$/).innerText();
}

async function planRun(page: Page, driver: string): Promise<void> {
  await page.goto(`${server.address}/runs/new`);
  await page.getByLabel('What to call the run').fill('North');
  await expect(page.getByLabel('Driver').getByText(driver)).toBeAttached({ timeout: 30_000 });
  await page.getByLabel('Driver').selectOption({ label: driver });
  await page.getByRole('button', { name: 'Hot meal, portions' }).click();
  await page.getByLabel('Hot meal, portions').fill('20');
  await page.getByLabel('Number or name of a checkpoint').fill('1');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Plan the run' }).click();
  await expect(page.getByText('Planned: North')).toBeVisible();
}

async function chooseFile(page: Page): Promise<void> {
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles('test/fixtures/deliveries-windows-1251.csv');
}
