import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';

import { foundBranch, join, untilSent } from './support/by-hand.ts';
import { newBareLaptop, newLaptop } from './support/desk.ts';
import { untilSetHeld } from './support/phone.ts';
import { startServer, type TestServer } from './support/server.ts';
import { test } from './support/story.ts';

test.describe.configure({ mode: 'parallel' });

let server: TestServer;
test.beforeEach(async () => {
  server = await startServer();
});
test.afterEach(() => server.remove());

test('tomorrow is planned from nothing with no network, by keyboard alone, and reaches the server later', async ({
  browser,
}) => {
  const page = await branchWithPlaces(await newLaptop(browser));
  // The app has to hold itself before it can do without the server.
  await untilSetHeld(page, 'organiser');
  await server.stop('SIGKILL');
  await page.getByRole('link', { name: 'Coverage', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'The day after' }).press('Enter');

  // The first cell: so many eat there, and a portion each; then the one below it, for which the number is enough.
  const first = page
    .getByRole('row', { name: /Bus station/ })
    .getByRole('button')
    .first();
  await first.focus();
  await page.keyboard.press('2');
  await page.keyboard.type('0');
  await page.getByLabel('Tea, litres').fill('0.5');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '0 of 20, Nobody comes' })).toBeVisible();
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('8');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '0 of 8, Nobody comes' })).toBeVisible();

  // Two gaps, each closed with Enter on the cell and Enter on the suggestion.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'A new run, without a driver yet' }).press('Enter');
  const planned = page.getByRole('button', { name: /^0 of 20, Nobody comes, no driver/ });
  await expect(planned).toBeFocused();
  await page.getByRole('link', { name: 'Today' }).press('Enter');
  await page.getByRole('button', { name: 'The day after' }).press('Enter');
  await expect(page.getByRole('row', { name: /Nobody drives/ })).toBeVisible();

  await server.begin();
  await page.reload();
  await untilSent(page);
});

test('a second organiser is confirmed, and the two disagree about a place: the second is told once, sees both versions, and one tap decides', async ({
  browser,
}) => {
  const first = await branchWithPlaces(await newBareLaptop(browser));
  const second = await secondOrganiser(browser, first);
  await second.context().setOffline(true);
  await say(first, '30');
  await untilSent(first);
  await say(second, '25');
  await second.context().setOffline(false);
  await second.getByRole('link', { name: 'Unsent' }).click();
  await expect(second.getByText('Another organiser changed this meanwhile')).toBeVisible({ timeout: 30_000 });
  await expect(second.getByText(/^25\speople: Tea 0.5\slitres/)).toBeVisible();
  await expect(second.getByText(/^30\speople: Tea 0.5\slitres/)).toBeVisible();
  await second.getByRole('button', { name: 'Take mine' }).click();
  await untilSent(second);
  await first.getByRole('link', { name: 'People' }).click();
  await expect(first.getByRole('heading', { level: 1, name: 'People and phones' })).toBeVisible();
  await first.getByRole('link', { name: 'Coverage', exact: true }).click();
  await expect(first.getByRole('button', { name: '0 of 25, Nobody comes' })).toBeVisible({ timeout: 30_000 });
});

/** A branch with what every branch begins with, and two places. */
async function branchWithPlaces(laptop: BrowserContext): Promise<Page> {
  const page = await foundBranch(laptop, server);
  await page.goto(`${server.address}/places`);
  for (const [index, name] of ['Bus station', 'Clinic'].entries()) {
    await page.getByRole('button', { name: 'New checkpoint' }).click();
    await page.getByLabel('Name').fill(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row', { name: new RegExp(`^${index + 1} ${name}`) })).toBeVisible();
  }
  await untilSent(page);
  return page;
}

async function secondOrganiser(browser: Browser, first: Page): Promise<Page> {
  await first.goto(`${server.address}/people/invite`);
  await first.getByRole('radio', { name: 'Organiser' }).check();
  await first.getByRole('button', { name: 'Make the invitation' }).click();
  const link = first.getByText(/\/enrol#[0-9a-z]{12}$/);
  await expect(first.getByText('The server has it. It can be used now.')).toBeVisible({ timeout: 15_000 });
  const second = await join(await newBareLaptop(browser), (await link.textContent()) ?? '', 'Nurlan');
  await first.getByRole('link', { name: 'People' }).click();
  const confirm = first.getByRole('button', { name: 'Confirm' });
  await confirm.click({ timeout: 30_000 });
  await expect(confirm).toBeHidden();
  await untilSent(first);
  // The word may still be on its way when the second one asks: then they ask again.
  const waits = second.getByText('Another organiser must confirm you');
  await expect(async () => {
    if (await waits.isVisible()) await second.getByRole('button', { name: 'Try again' }).click();
    await expect(waits).toBeHidden({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await second.getByRole('link', { name: 'Coverage', exact: true }).click();
  await expect(second.getByRole('row', { name: /Bus station/ })).toBeVisible({ timeout: 15_000 });
  return second;
}

/** Says how many eat at the bus station at the first meal, half a litre of tea each. */
async function say(page: Page, headcount: string): Promise<void> {
  await page.getByRole('link', { name: 'Coverage', exact: true }).click();
  const cell = page
    .getByRole('row', { name: /Bus station/ })
    .getByRole('button')
    .first();
  await cell.click();
  await page.getByRole('button', { name: 'Say what is needed' }).click();
  await page.getByLabel('How many eat there').fill(headcount);
  await page.getByLabel('Tea, litres').fill('0.5');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: new RegExp(`^0 of ${headcount}, Nobody comes`) })).toBeVisible();
}
