import { type Browser, expect, type Page } from '@playwright/test';

import { type Branch, openBranch } from './support/branch.ts';
import { join, madeLink, untilSent } from './support/by-hand.ts';
import { newBareLaptop, openDesk, openHeldDesk, untilConfirmed } from './support/desk.ts';
import { test } from './support/story.ts';
import { writeTwoPlaces } from './support/two-places.ts';

test.describe.configure({ mode: 'parallel' });

let branch: Branch;
test.beforeEach(async () => {
  branch = await openBranch();
  await writeTwoPlaces(branch);
});
test.afterEach(() => branch.remove());

test('tomorrow is planned from nothing with no network, by keyboard alone, and reaches the server later', async ({
  browser,
}) => {
  const page = await openHeldDesk(browser, branch);
  await page.getByRole('link', { name: 'Places', exact: true }).click();
  await expect(page.getByRole('row', { name: /Clinic/ })).toBeVisible();
  await branch.server.stop('SIGKILL');
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
  await page.getByLabel('Tea, l').fill('0.5');
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
  // The board has a button of this name too, until the day's page stands.
  await expect(page.getByRole('heading', { level: 1, name: 'Runs of the day' })).toBeVisible();
  await page.getByRole('button', { name: 'The day after' }).press('Enter');
  await expect(page.getByRole('row', { name: /Nobody drives/ })).toBeVisible();

  await branch.server.begin();
  await page.reload();
  await untilSent(page);
});

test('a second organiser is confirmed, and the two disagree about a place: the second is told once, sees both versions, and one tap decides', async ({
  browser,
}) => {
  const first = await openDesk(browser, branch);
  const second = await secondOrganiser(browser, first);
  await second.context().setOffline(true);
  await say(first, '30');
  await untilSent(first);
  await say(second, '25');
  await second.context().setOffline(false);
  await second.getByRole('link', { name: 'Unsent' }).click();
  await expect(second.getByText('Another organiser changed this meanwhile')).toBeVisible({ timeout: 30_000 });
  await expect(second.getByText(/^25\speople: Tea 0.5\sl/)).toBeVisible();
  await expect(second.getByText(/^30\speople: Tea 0.5\sl/)).toBeVisible();
  await second.getByRole('button', { name: 'Take mine' }).click();
  await untilSent(second);
  await first.getByRole('link', { name: 'People' }).click();
  await expect(first.getByRole('heading', { level: 1, name: 'People and phones' })).toBeVisible();
  await first.getByRole('link', { name: 'Coverage', exact: true }).click();
  await expect(first.getByRole('button', { name: '0 of 25, Nobody comes' })).toBeVisible({ timeout: 30_000 });
});

async function secondOrganiser(browser: Browser, first: Page): Promise<Page> {
  await first.goto(`${branch.wire.address}/people/invite`);
  await first.getByRole('radio', { name: 'Organiser' }).check();
  const second = await join(await newBareLaptop(browser), await madeLink(first), 'Nurlan');
  await first.getByRole('link', { name: 'People' }).click();
  const confirm = first.getByRole('button', { name: 'Confirm' });
  await confirm.click({ timeout: 30_000 });
  await expect(confirm).toBeHidden();
  await untilSent(first);
  await untilConfirmed(second);
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
  await page.getByLabel('Tea, l').fill('0.5');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: new RegExp(`^0 of ${headcount}, Nobody comes`) })).toBeVisible();
}
